package io.timbre.trainer.experiment.lee;

import io.timbre.networks.zoo.Lee;
import io.timbre.signal.picture.BandAxis;
import io.timbre.signal.picture.ColourScale;
import io.timbre.signal.picture.ColourTable;
import io.timbre.signal.picture.Curve;
import io.timbre.signal.picture.CurveChart;
import io.timbre.signal.picture.Look;
import io.timbre.signal.picture.Png;
import io.timbre.signal.picture.Range;
import io.timbre.signal.picture.SpectrogramPicture;
import io.timbre.trainer.data.Example;
import io.timbre.trainer.experiment.Section.Picture;
import io.timbre.trainer.experiment.lee.Trial.Made;
import java.util.Arrays;
import java.util.List;

/** What a reader can see for themselves. */
final class Pictures {

    private static final Look SPECTROGRAMS = Look.page().sized(600, 200);
    private static final Look CURVES = Look.page().sized(560, 240);

    /** Losses jump from step to step: a point is the mean of so many. */
    private static final int STEPS_A_POINT = 10;

    private Pictures() {}

    /** Sequences one after the other, all on the scale of the real ones. */
    static Picture spectrograms(String of, String file, List<Example> examples, String caption) {
        int width = examples.size() * CoarseMel.STEPS;
        var values = new float[Lee.BANDS * width];
        for (int i = 0; i < width * Lee.BANDS; i++) {
            int column = i / Lee.BANDS;
            var example = examples.get(column / CoarseMel.STEPS);
            values[i % Lee.BANDS * width + column] =
                    example.input()[column % CoarseMel.STEPS * Lee.BANDS + i % Lee.BANDS];
        }
        var scale = new ColourScale(ColourTable.MAGMA, "dB", new Range(-CoarseMel.RANGE_DB, 0));
        var bands = BandAxis.numbered("mel band", Lee.BANDS);
        var picture = new SpectrogramPicture("", values, new CoarseMel().secondsPerStep(), bands, scale);
        return new Picture("Mel spectrograms: " + of, file, Png.encode(picture.draw(SPECTROGRAMS)), caption);
    }

    /** Losses of both halves of a pair. */
    static Picture losses(String of, String file, Made made) {
        var curves =
                List.of(curve("discriminator", made.discriminatorLosses()), curve("generator", made.generatorLosses()));
        var chart = CurveChart.fitted("", "step", "loss (nats)", curves);
        return new Picture("Losses: " + of, file, Png.encode(chart.draw(CURVES)), "");
    }

    private static Curve curve(String name, double[] losses) {
        int points = Math.ceilDiv(losses.length, STEPS_A_POINT);
        var x = new double[points];
        var y = new double[points];
        Arrays.setAll(x, i -> i * STEPS_A_POINT);
        Arrays.setAll(
                y,
                i -> Arrays.stream(losses)
                        .skip((long) i * STEPS_A_POINT)
                        .limit(STEPS_A_POINT)
                        .average()
                        .orElseThrow());
        return new Curve(name, x, y);
    }
}
