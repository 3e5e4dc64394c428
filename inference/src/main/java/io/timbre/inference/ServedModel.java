package io.timbre.inference;

import io.timbre.networks.engine.Placement;
import io.timbre.networks.model.Checkpoint;
import io.timbre.networks.model.GenreModel;
import io.timbre.networks.model.ModelDescription;
import io.timbre.networks.model.TrackPrediction;
import java.util.List;

/** A model in memory. */
interface ServedModel extends AutoCloseable {
    ModelDescription description();

    /** As {@link GenreModel#predict(List)}. */
    List<TrackPrediction> predict(List<float[][]> tracks);

    /** Frees what it holds; not while it predicts. */
    @Override
    void close();

    /** @throws IllegalArgumentException if the checkpoint's parameters do not fit its network */
    static ServedModel load(Checkpoint checkpoint, Placement placement) {
        var model = GenreModel.load(checkpoint, placement);
        return new ServedModel() {
            @Override
            public ModelDescription description() {
                return model.description();
            }

            @Override
            public List<TrackPrediction> predict(List<float[][]> tracks) {
                return model.predict(tracks);
            }

            @Override
            public void close() {
                model.close();
            }
        };
    }
}
