package io.timbre.trainer.learning;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timbre.networks.model.Checkpoint;
import io.timbre.schemas.avro.TrainingExample;
import io.timbre.trainer.example.ExampleSnapshot;
import java.util.ArrayList;
import java.util.List;

/** The log of examples as it grows: it ends where so many snapshots were taken. */
final class LogByHand implements ExampleSource {
    final List<List<TrainingExample>> snapshots = new ArrayList<>();

    @Override
    public List<Long> latestOffsets() {
        return List.of((long) snapshots.size());
    }

    /** Before the end of the first snapshot that has it. */
    private ExampleSnapshot.Place place(TrainingExample example) {
        int first = 0;
        while (!snapshots.get(first).contains(example)) {
            first++;
        }
        return new ExampleSnapshot.Place(0, first);
    }

    @Override
    public ExampleSnapshot read(List<Long> offsets, int most) {
        var standing = snapshots.get(Math.toIntExact(offsets.getFirst()) - 1);
        var examples = standing.stream().limit(most).toList();
        var places = standing.stream().map(this::place).toList();
        return new ExampleSnapshot(
                offsets, examples, places, Checkpoint.sha256(examples.toString().getBytes(UTF_8)));
    }
}
