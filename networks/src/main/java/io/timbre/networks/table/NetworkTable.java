package io.timbre.networks.table;

import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A network as the table of a paper, in Markdown: a row a layer with the shape that comes out, how many numbers it holds,
 * and for pictures the {@link ReceptiveField}, bands by frames. The layers of each branch follow their {@link Branches}.
 */
public final class NetworkTable {

    private static final String HEADER = """
            | layer | output | parameters | receptive field |
            |---|---|---:|---|
            """;
    private static final String BRANCH = "› ";

    private final StringBuilder rows = new StringBuilder(HEADER);

    private NetworkTable() {}

    /** The table, its last row the sum of the parameters. */
    public static String of(Network network) {
        var table = new NetworkTable();
        table.row("input", network.inputShape().toString(), "", "");
        table.append("", network.inputShape(), Optional.of(ReceptiveField.ONE_CELL), network.layers());
        table.row("sum", "", grouped(network.parameterCount()), "");
        return table.rows.toString();
    }

    private void append(String prefix, Shape input, Optional<ReceptiveField> before, List<Layer> layers) {
        var shape = input;
        var field = before;
        for (var layer : layers) {
            var output = layer.outputShape(shape);
            var after = field.flatMap(seen -> seen.after(layer));
            row(prefix + name(layer), output.toString(), parameters(layer, shape), text(after, output));
            if (layer instanceof Branches(List<List<Layer>> branches)) {
                for (int i = 0; i < branches.size(); i++) {
                    append(prefix + (i + 1) + BRANCH, shape, field, branches.get(i));
                }
            }
            shape = output;
            field = after;
        }
    }

    private void row(String layer, String output, String parameters, String field) {
        rows.append("| " + String.join(" | ", layer, output, parameters, field) + " |\n");
    }

    /** A record's own text, {@code Dropout[rate=0.5]}, for people: {@code Dropout, rate 0.5}. */
    private static String name(Layer layer) {
        var name = layer.getClass().getSimpleName();
        if (layer instanceof Branches) {
            return name; // its text holds all layers, which have rows of their own
        }
        var components = layer.toString().substring(name.length() + 1).replace("]", "");
        return components.isEmpty() ? name : name + ", " + components.replace('=', ' ');
    }

    /** Of {@link Branches} none, since the rows of its layers have them. */
    private static String parameters(Layer layer, Shape input) {
        long count = layer instanceof Branches ? 0 : layer.parameterCount(input);
        return count == 0 ? "" : grouped(count);
    }

    private static String text(Optional<ReceptiveField> field, Shape output) {
        return field.filter(seen -> output.dimension() == 3)
                .map(seen -> seen.size().toString())
                .orElse("");
    }

    private static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
