package io.timbre.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.timbre.cli.Contestant.Span;
import io.timbre.networks.table.Network;
import io.timbre.networks.zoo.Classifier;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A Python library in an interpreter of its own, which times itself, so that what it takes to ask is not counted.
 *
 * @param name what the interpreter imports, such as {@code torch}
 */
record PythonNetworks(String name, PythonProcess process) implements NetworkContestant {
    /** Libraries that the script knows. */
    static final List<String> LIBRARIES = List.of("torch", "keras");

    static final String SCRIPT = "networks.py";

    @Override
    public String description() {
        return name + " " + process.greeting().path("versions").path(name).asText();
    }

    @Override
    public ReadyNetwork ready(Classifier classifier, NetworkTask task, int batch) throws IOException {
        var network = classifier.network();
        requireSame(
                network,
                process.ask(Map.of(
                        "network", NetworkJson.of(network),
                        "each", classifier.judgesEach(),
                        "task", task.label(),
                        "batch", batch)));
        var ready = new Ready();
        ready.work(1, 0);
        return ready;
    }

    private void requireSame(Network network, JsonNode made) {
        requireSame(network, "parameters", network.parameterCount(), made.path("parameters"));
        var shapes =
                network.outputShapes().stream().map(shape -> shape.getShape()).toList();
        requireSame(network, "shapes", shapes, made.path("shapes"));
    }

    private void requireSame(Network network, String what, Object due, JsonNode made) {
        var expected = Results.json(due);
        if (!expected.equals(made.toString())) {
            throw new CommandFailedException(
                    name + " must make " + network.name() + " with the " + what + " " + expected + ": had " + made);
        }
    }

    private final class Ready implements ReadyNetwork {
        @Override
        public Span work(int times, int lane) throws IOException {
            var reply = process.ask(Map.of("times", times));
            return new Span(reply.path("began").asLong(), reply.path("ended").asLong());
        }

        /** The next network takes its place. */
        @Override
        public void close() {}
    }
}
