package io.timbre.trainer.experiment.stephen;

import io.timbre.signal.picture.Curve;
import io.timbre.signal.picture.CurveChart;
import io.timbre.signal.picture.Look;
import io.timbre.signal.picture.Png;
import io.timbre.signal.picture.Range;
import io.timbre.trainer.experiment.Section;
import io.timbre.trainer.experiment.Section.Picture;
import io.timbre.trainer.fit.EpochFigures;
import io.timbre.trainer.fit.FitResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;

/** Accuracy and loss on the training data over the epochs of several fits. */
final class Curves {

    private static final Look LOOK = Look.page().sized(640, 320);
    private static final Range PER_CENT = new Range(0, 100);
    /** Nats; what lies above, of fits that start astray, is cut off: the rest would be a line on the ground. */
    private static final double LARGEST_LOSS = 20;

    private Curves() {}

    /** Two pictures of a network's seeds. */
    static List<Section> overSeeds(String title, String fileStem, List<FitResult> results) {
        var fits = new LinkedHashMap<String, List<EpochFigures>>();
        for (int n = 0; n < results.size(); n++) {
            fits.put("seed " + (n + 1), results.get(n).epochs());
        }
        return pictures(title, fileStem, fits, LARGEST_LOSS);
    }

    /** Two pictures of the median seeds of several networks. */
    static List<Section> ofMedians(String title, String fileStem, List<SeededRuns> runs) {
        var fits = new LinkedHashMap<String, List<EpochFigures>>();
        runs.forEach(run -> fits.put(run.candidate().name(), run.median()));
        return pictures(title, fileStem, fits, 1);
    }

    private static List<Section> pictures(
            String title, String fileStem, SequencedMap<String, List<EpochFigures>> fits, double largestLoss) {
        var accuracy = new CurveChart(
                "", "epoch", "accuracy (%)", curves(fits, epoch -> 100 * epoch.trainingAccuracy()), x(fits), PER_CENT);
        var loss = new CurveChart(
                "",
                "epoch",
                "loss (nats)",
                curves(fits, epoch -> Math.min(epoch.trainingLoss(), 2 * largestLoss)),
                x(fits),
                new Range(0, largestLoss));
        return List.of(
                picture("Accuracy on the training data: " + title, fileStem + "-accuracy.png", accuracy),
                picture("Loss on the training data: " + title, fileStem + "-loss.png", loss));
    }

    private static List<Curve> curves(
            SequencedMap<String, List<EpochFigures>> fits, ToDoubleFunction<EpochFigures> figure) {
        return fits.entrySet().stream()
                .map(fit -> new Curve(
                        fit.getKey(),
                        fit.getValue().stream()
                                .mapToDouble(EpochFigures::number)
                                .toArray(),
                        fit.getValue().stream().mapToDouble(figure).toArray()))
                .toList();
    }

    private static Range x(SequencedMap<String, List<EpochFigures>> fits) {
        return Range.around(0, fits.values().stream().mapToInt(List::size).max().orElseThrow());
    }

    private static Picture picture(String title, String file, CurveChart chart) {
        return new Picture(title, file, Png.encode(chart.draw(LOOK)), "");
    }
}
