package io.timbre.trainer.learning;

import io.timbre.networks.model.Checkpoint;
import io.timbre.networks.model.GenreModel;
import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Grouping;
import io.timbre.trainer.data.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks a model about the test tracks, by the very code that serves it. */
final class TestTracks {
    private static final float[] NO_INPUT = {};

    private TestTracks() {}

    static Tested ask(Checkpoint checkpoint, List<LabelledTrack> tracks) {
        try (var model = GenreModel.load(checkpoint)) {
            var predictions = new ArrayList<Prediction>();
            var embeddings = new ArrayList<float[]>();
            for (var track : tracks) {
                var predicted = model.predict(track.segments().toArray(float[][]::new));
                predictions.add(new Prediction(example(track, model.classes().size()), predicted.posteriors()));
                embeddings.add(predicted.embedding());
            }
            return new Tested(model.version(), predictions, embeddings);
        }
    }

    private static Example example(LabelledTrack track, int classes) {
        var groups = Map.of(Grouping.TRACK, track.id(), Grouping.ARTIST, track.circle());
        return Example.ofClass(track.id(), NO_INPUT, track.label(), classes, groups);
    }
}
