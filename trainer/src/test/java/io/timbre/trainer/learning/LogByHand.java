package io.timbre.trainer.learning;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timbre.networks.model.Checkpoint;
import io.timbre.schemas.avro.TrainingExample;
import io.timbre.trainer.example.ExampleSnapshot;
import java.util.ArrayList;
import java.util.List;

/** The log of examples as it grows: its offset is the number of the last snapshot. */
final class LogByHand implements ExampleSource {
    final List<List<TrainingExample>> snapshots = new ArrayList<>();

    @Override
    public List<Long> latestOffsets() {
        return List.of(snapshots.size() - 1L);
    }

    @Override
    public ExampleSnapshot read(List<Long> offsets) {
        var examples = snapshots.get(Math.toIntExact(offsets.getFirst()));
        return new ExampleSnapshot(
                offsets, examples, Checkpoint.sha256(examples.toString().getBytes(UTF_8)));
    }
}
