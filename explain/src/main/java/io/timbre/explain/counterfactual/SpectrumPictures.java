package io.timbre.explain.counterfactual;

import io.timbre.explain.answer.Artifact;
import io.timbre.explain.subject.Recording;
import io.timbre.signal.picture.BandAxis;
import io.timbre.signal.picture.ColourScale;
import io.timbre.signal.picture.ColourTable;
import io.timbre.signal.picture.Look;
import io.timbre.signal.picture.SpectrogramPicture;
import java.util.List;

/**
 * What the model heard, what it hears now, and what was changed: the segments end to end, without what lies between them.
 *
 * @param altered what the model is fed of the sound as heard from its file
 * @param made the change, dB a cell
 */
@SuppressWarnings("ArrayRecordComponent") // read and never compared
record SpectrumPictures(Recording original, List<float[]> altered, float[][] made) {

    private static final Look LOOK = Look.page().sized(1200, 420);
    private static final double SHOWN_DECIBELS = 80;

    Artifact asItIs() {
        return picture("original.png", "As it is: the segments that the model heard, end to end", asHeard());
    }

    Artifact asHeardNow() {
        return picture("altered.png", "Altered, as heard from its file", original.cellsEndToEnd(altered));
    }

    Artifact delta() {
        var values = original.cellsEndToEnd(List.of(made));
        return draw("delta.png", "What was changed", values, ColourScale.signed("dB", values));
    }

    private Artifact picture(String name, String title, float[] values) {
        var scale = original.frontEnd().isLogarithmic()
                ? ColourScale.loudest(ColourTable.MAGMA, asHeard(), SHOWN_DECIBELS)
                : ColourScale.fitted(ColourTable.MAGMA, "magnitude", asHeard());
        return draw(name, title, values, scale);
    }

    private Artifact draw(String name, String title, float[] values, ColourScale scale) {
        var frontEnd = original.frontEnd();
        var picture = new SpectrogramPicture(
                title, values, original.secondsPerFrameEndToEnd(), BandAxis.at(frontEnd.bandCentresHz()), scale);
        return Artifact.png(name, picture.draw(LOOK));
    }

    private float[] asHeard() {
        return original.cellsEndToEnd(original.inputs());
    }
}
