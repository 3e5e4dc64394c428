package io.timbre.explain.evidence;

import io.timbre.explain.answer.Artifact;
import io.timbre.signal.picture.Curve;
import io.timbre.signal.picture.CurveChart;
import io.timbre.signal.picture.Look;
import io.timbre.signal.picture.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Timelines of a track. */
final class EvidencePictures {

    private static final Look LOOK = Look.page().sized(1200, 360);
    private static final Range PER_CENT = new Range(0, 100);

    private EvidencePictures() {}

    /** What each span adds, above 0 for the genre and beneath against it. */
    static Artifact evidence(String genre, List<Span> spans, double... weights) {
        var steps = steps("", spans, i -> weights[i]);
        var chart = CurveChart.fitted(
                "What speaks for " + genre + " (above 0) and against it",
                "time (s)",
                "weight of evidence (nats)",
                List.of(steps));
        return Artifact.png("evidence.png", chart.draw(LOOK));
    }

    /**
     * What the model makes of each segment by itself.
     *
     * @param segments a span of the whole of each
     */
    static Artifact posteriors(List<String> genres, List<Span> segments, float[][] posteriors, int... shown) {
        var curves = new ArrayList<Curve>();
        for (int index : shown) {
            curves.add(steps(genres.get(index), segments, i -> 100 * posteriors[i][index]));
        }
        var x = Range.around(0, segments.getLast().endSeconds());
        var chart = new CurveChart("Each segment by itself", "time (s)", "posterior (%)", curves, x, PER_CENT);
        return Artifact.png("posteriors.png", chart.draw(LOOK));
    }

    private static Curve steps(String name, List<Span> spans, IntToDoubleFunction value) {
        var x = new double[2 * spans.size()];
        var y = new double[2 * spans.size()];
        for (int i = 0; i < spans.size(); i++) {
            x[2 * i] = spans.get(i).startSeconds();
            x[2 * i + 1] = spans.get(i).endSeconds();
            y[2 * i] = value.applyAsDouble(i);
            y[2 * i + 1] = y[2 * i];
        }
        return new Curve(name, x, y);
    }
}
