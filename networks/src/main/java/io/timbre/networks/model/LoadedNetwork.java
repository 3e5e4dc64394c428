package io.timbre.networks.model;

import io.timbre.networks.engine.Placement;
import io.timbre.networks.engine.SegmentScorer;
import io.timbre.networks.engine.SegmentScorer.Score;
import java.util.List;

/** A trained network in the memory of a device. */
interface LoadedNetwork extends AutoCloseable {

    /** As {@link SegmentScorer#score}. */
    List<Score> score(List<float[]> segments);

    @Override
    void close();

    /**
     * Loads one.
     *
     * @throws IllegalArgumentException if the parameters do not fit the network, or if the engine is not on the class path
     */
    static LoadedNetwork of(Checkpoint checkpoint, Placement placement) {
        return switch (placement.engine()) {
            case MXNET, PYTORCH -> onDjl(checkpoint, placement);
            case ONNXRUNTIME -> OnnxNetwork.of(checkpoint, placement);
        };
    }

    private static LoadedNetwork onDjl(Checkpoint checkpoint, Placement placement) {
        var model = checkpoint.newModel(placement);
        var scorer = new SegmentScorer(model, checkpoint.network());
        return new LoadedNetwork() {
            @Override
            public List<Score> score(List<float[]> segments) {
                return scorer.score(segments);
            }

            @Override
            public void close() {
                model.close();
            }
        };
    }
}
