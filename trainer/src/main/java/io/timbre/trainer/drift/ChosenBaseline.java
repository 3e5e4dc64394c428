package io.timbre.trainer.drift;

import io.timbre.schemas.avro.DriftBaseline;
import io.timbre.schemas.avro.DriftObservation;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalDouble;

/** Baselines of past windows, to what is kept of them and back. */
final class ChosenBaseline {
    private ChosenBaseline() {}

    static Baseline of(DriftBaseline stored) {
        return new Baseline(
                stored.getName(),
                stored.getModel(),
                stored.getGenres(),
                stored.getObservations().stream()
                        .map(ChosenBaseline::observation)
                        .toList(),
                OptionalDouble.empty());
    }

    private static Observation observation(DriftObservation stored) {
        var fourier = new short[Observation.FEATURES];
        stored.getFourier().asReadOnlyBuffer().asShortBuffer().get(fourier);
        return new Observation(
                stored.getTrackId(), stored.getGenre(), stored.getConfidence(), stored.getEntropy(), fourier);
    }

    static List<DriftObservation> stored(Baseline baseline) {
        return baseline.observations().stream().map(ChosenBaseline::stored).toList();
    }

    private static DriftObservation stored(Observation observation) {
        var bytes = ByteBuffer.allocate(Observation.FEATURES * Short.BYTES);
        bytes.asShortBuffer().put(observation.fourier());
        return new DriftObservation(
                observation.trackId(), observation.genre(), observation.confidence(), observation.entropy(), bytes);
    }
}
