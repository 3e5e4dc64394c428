package io.timbre.trainer.experiment.choi;

import io.timbre.signal.frontend.StftMagnitudeParameters;
import io.timbre.trainer.experiment.Section;
import io.timbre.trainer.experiment.Section.Comparison;
import io.timbre.trainer.experiment.Section.Figure;
import io.timbre.trainer.experiment.Section.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Table 1: how much time and how many frequencies a kernel of each layer covers, by the paper's rule. A layer's true
 * receptive field is larger, since it sees through the kernels of the layers before it too.
 */
final class KernelTable {

    private static final StftMagnitudeParameters STFT = StftMagnitudeParameters.standard();
    private static final double[] PAPER_MS = {93, 162, 302, 580, 1137};
    private static final double[] PAPER_HZ = {86, 151, 280, 538, 1270};

    private static final String RULE = "3·2^(layer - 1) cells and the window";

    private KernelTable() {}

    static Section byTheRule() {
        var rows = new ArrayList<Row>();
        for (int layer = 1; layer <= PAPER_MS.length; layer++) {
            var span = KernelSpan.byTheRule(layer);
            rows.add(row(layer, "width", PAPER_MS[layer - 1], span.milliseconds(STFT), "ms", ""));
            rows.add(row(layer, "height", PAPER_HZ[layer - 1], span.hertz(STFT), "Hz", remark(layer)));
        }
        return new Comparison("Table 1: what a kernel covers", rows);
    }

    private static String remark(int layer) {
        return layer == PAPER_HZ.length
                ? "the paper's fifth height does not follow from its rule: 1270 Hz would be 58 cells, not 48"
                : "";
    }

    private static Row row(int layer, String what, double paper, double ours, String unit, String remark) {
        return new Row(
                "layer " + layer + ", " + what,
                RULE,
                false,
                OptionalDouble.of(paper),
                Figure.of(ours, unit, 1),
                remark,
                Map.of());
    }

    /** The true receptive fields of a network's convolutions, {@code fields} in cells (frames, bins), in order. */
    static Section receptiveFields(List<KernelSpan> fields) {
        var rows = new ArrayList<List<String>>();
        for (int layer = 1; layer <= fields.size(); layer++) {
            var span = fields.get(layer - 1);
            rows.add(List.of(
                    Integer.toString(layer),
                    Integer.toString(KernelSpan.byTheRule(layer).frames()),
                    Integer.toString(span.frames()),
                    Math.round(span.milliseconds(STFT)) + " ms",
                    Math.round(span.hertz(STFT)) + " Hz"));
        }
        return new Section.Table(
                "What a unit of each layer really sees",
                List.of("layer", "cells by the rule", "cells of the receptive field", "width", "height"),
                rows);
    }
}
