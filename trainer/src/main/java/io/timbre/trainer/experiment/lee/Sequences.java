package io.timbre.trainer.experiment.lee;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.zoo.Lee;
import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.GtzanRecordings;
import io.timbre.trainer.data.GtzanSegments;
import java.io.IOException;
import java.nio.file.Path;

/** Two seconds of every GTZAN track that there is a clip of, as the LSTM takes them; the longer recordings are of the same tracks. */
final class Sequences {

    private Sequences() {}

    /**
     * One sequence of shape (11, 128) a track.
     *
     * @throws IOException if a folder is missing or a file cannot be read or decoded
     * @throws IllegalArgumentException if a genre has no clip of two seconds
     */
    static Dataset read(Path data) throws IOException {
        var clips = GtzanSegments.of(new CoarseMel())
                .withRecordings(GtzanRecordings.CLIPS_2_S)
                .read(data);
        return new Dataset(clips.source(), new Shape(CoarseMel.STEPS, Lee.BANDS), clips.classes(), clips.examples());
    }
}
