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
 * @param altered as heard from its file
 * @param made the change, dB a cell
 */
@SuppressWarnings("ArrayRecordComponent") // read and never compared
record SpectrumPictures(Recording original, Recording altered, float[][] made) {

    private static final Look LOOK = Look.page().sized(1200, 420);
    private static final double SHOWN_DECIBELS = 80;

    Artifact asItIs() {
        return picture("original.png", "As it is: the segments that the model heard, end to end", heard(original));
    }

    Artifact asHeardNow() {
        return picture("altered.png", "Altered, as heard from its file", heard(altered));
    }

    Artifact delta() {
        var values = endToEnd(List.of(made));
        return draw("delta.png", "What was changed", values, ColourScale.signed("dB", values));
    }

    private Artifact picture(String name, String title, float[] values) {
        var scale = original.frontEnd().isLogarithmic()
                ? ColourScale.loudest(ColourTable.MAGMA, heard(original), SHOWN_DECIBELS)
                : ColourScale.fitted(ColourTable.MAGMA, "magnitude", heard(original));
        return draw(name, title, values, scale);
    }

    private Artifact draw(String name, String title, float[] values, ColourScale scale) {
        var frontEnd = original.frontEnd();
        var picture = new SpectrogramPicture(
                title, values, frontEnd.secondsPerFrame(), BandAxis.at(frontEnd.bandCentresHz()), scale);
        return Artifact.png(name, picture.draw(LOOK));
    }

    private float[] heard(Recording recording) {
        return endToEnd(recording.inputs());
    }

    private float[] endToEnd(List<float[]> segments) {
        var shape = original.frontEnd().segmentShape();
        int frames = shape[1] * segments.size();
        var values = new float[shape[0] * frames];
        for (int segment = 0; segment < segments.size(); segment++) {
            for (int band = 0; band < shape[0]; band++) {
                System.arraycopy(
                        segments.get(segment), band * shape[1], values, band * frames + segment * shape[1], shape[1]);
            }
        }
        return values;
    }
}
