package io.timbre.trainer.drift;

import io.timbre.schemas.avro.DriftPane;
import java.time.Instant;
import java.util.Arrays;

/**
 * A summary of some tracks.
 *
 * @param from when the first of them was accepted, or the span of time begins
 * @param to when the last of them was, or the span ends
 */
record Pane(Instant from, Instant to, Sketch sketch) {
    static Pane empty(int genres, Instant from, Instant to) {
        return new Pane(from, to, Sketch.empty(genres));
    }

    static Pane of(DriftPane stored) {
        var numbers = stored.getNumbers().stream().mapToLong(Long::longValue).toArray();
        return new Pane(stored.getFrom(), stored.getTo(), Sketch.of(new Sketch.Stored(numbers, stored.getExemplars())));
    }

    DriftPane stored() {
        var stored = sketch.stored();
        return new DriftPane(from, to, Arrays.stream(stored.numbers()).boxed().toList(), stored.exemplars());
    }

    /** With one track more. */
    Pane with(Observation observation, Instant at) {
        sketch.add(observation);
        return new Pane(at.isBefore(from) ? at : from, at.isAfter(to) ? at : to, sketch);
    }

    Pane plus(Pane other) {
        return new Pane(
                from.isBefore(other.from) ? from : other.from,
                to.isAfter(other.to) ? to : other.to,
                sketch.plus(other.sketch));
    }
}
