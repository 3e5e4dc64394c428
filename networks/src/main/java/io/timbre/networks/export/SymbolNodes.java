package io.timbre.networks.export;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The nodes of an MXNet symbol as they come, each known by its place, and the arrays that some of them stand for. */
final class SymbolNodes {

    private static final String VARIABLE = "null";
    /** 1.9.0, the version from which no upgrade of attributes is needed. */
    private static final int MXNET_VERSION = 10_900;

    private final List<Node> nodes = new ArrayList<>();
    private final List<Integer> variables = new ArrayList<>();
    private final Map<String, Weight> weights = new LinkedHashMap<>();

    /** A node as it stands in the file; inputs are (node, output, version). */
    record Node(String op, String name, Map<String, String> attrs, List<List<Integer>> inputs) {}

    /** The file; heads are (node, output, version). */
    @JsonNaming(SnakeCaseStrategy.class)
    record Graph(
            List<Node> nodes,
            List<Integer> argNodes,
            List<Integer> nodeRowPtr,
            List<List<Integer>> heads,
            Map<String, List<Object>> attrs) {}

    /** What a caller binds by name. */
    int input(String name) {
        return variable(name);
    }

    /** Numbers of a layer. */
    int argument(String name, Weight weight) {
        weights.put("arg:" + name, weight);
        return variable(name);
    }

    /** Numbers that a layer measures rather than learns. */
    int auxiliary(String name, Weight weight) {
        weights.put("aux:" + name, weight);
        return variable(name);
    }

    /** An operator over nodes that are there already. */
    int operator(String op, String name, Map<String, String> attributes, int... inputs) {
        nodes.add(new Node(
                op,
                name,
                attributes,
                Arrays.stream(inputs).mapToObj(SymbolNodes::firstOutput).toList()));
        return nodes.size() - 1;
    }

    private int variable(String name) {
        int node = operator(VARIABLE, name, Map.of());
        variables.add(node);
        return node;
    }

    Graph graph(int head) {
        return new Graph(
                List.copyOf(nodes),
                List.copyOf(variables),
                IntStream.rangeClosed(0, nodes.size()).boxed().toList(), // every node has one output that others read
                List.of(firstOutput(head)),
                Map.of("mxnet_version", List.of("int", MXNET_VERSION)));
    }

    Map<String, Weight> weights() {
        return weights;
    }

    private static List<Integer> firstOutput(int node) {
        return List.of(node, 0, 0);
    }
}
