package io.timbre.trainer.experiment;

import io.timbre.signal.picture.Curve;
import io.timbre.signal.picture.CurveChart;
import io.timbre.signal.picture.Look;
import io.timbre.signal.picture.Png;
import io.timbre.signal.picture.Range;
import io.timbre.trainer.experiment.Section.Picture;
import io.timbre.trainer.fit.EpochFigures;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Loss and accuracy over the epochs of a fit, of the training part and, where there is one, of the validation part.
 * Epochs whose figure is not a number leave a gap that the line bridges.
 */
public final class LearningCurves {
    private static final Look LOOK = Look.page().sized(640, 320);
    private static final Range PER_CENT = new Range(0, 100);

    private LearningCurves() {}

    /**
     * Two pictures, {@code STEM-loss.png} and {@code STEM-accuracy.png}.
     *
     * @param of what was fitted, such as {@code "iteration 2, grouped"}
     * @throws IllegalArgumentException if no epoch has a loss or none an accuracy
     */
    public static List<Section> of(String of, String fileStem, List<EpochFigures> epochs) {
        return List.of(loss(of, fileStem + "-loss.png", epochs), accuracy(of, fileStem + "-accuracy.png", epochs));
    }

    /** @throws IllegalArgumentException if no epoch has a loss */
    public static Picture loss(String of, String file, List<EpochFigures> epochs) {
        var curves = curves(epochs, EpochFigures::trainingLoss, EpochFigures::validationLoss);
        var chart = CurveChart.fitted("", "epoch", "loss (nats)", curves);
        return new Picture("Loss: " + of, file, Png.encode(chart.draw(LOOK)), "");
    }

    /** @throws IllegalArgumentException if no epoch has an accuracy */
    public static Picture accuracy(String of, String file, List<EpochFigures> epochs) {
        var curves = curves(epochs, epoch -> 100 * epoch.trainingAccuracy(), epoch -> 100 * epoch.validationAccuracy());
        var fitted = CurveChart.fitted("", "epoch", "accuracy (%)", curves);
        var chart = new CurveChart(fitted.title(), fitted.xTitle(), fitted.yTitle(), curves, fitted.x(), PER_CENT);
        return new Picture("Accuracy: " + of, file, Png.encode(chart.draw(LOOK)), "");
    }

    private static List<Curve> curves(
            List<EpochFigures> epochs,
            ToDoubleFunction<EpochFigures> training,
            ToDoubleFunction<EpochFigures> validation) {
        return Stream.of(curve("training", epochs, training), curve("validation", epochs, validation))
                .flatMap(List::stream)
                .toList();
    }

    /** None where there is nothing to draw. */
    private static List<Curve> curve(String name, List<EpochFigures> epochs, ToDoubleFunction<EpochFigures> figure) {
        var drawn = epochs.stream()
                .filter(epoch -> Double.isFinite(figure.applyAsDouble(epoch)))
                .toList();
        return drawn.isEmpty()
                ? List.of()
                : List.of(new Curve(
                        name,
                        drawn.stream().mapToDouble(EpochFigures::number).toArray(),
                        drawn.stream().mapToDouble(figure).toArray()));
    }
}
