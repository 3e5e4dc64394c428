package io.timbre.trainer.experiment.lee;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the LSTM learns from besides the real training part.
 *
 * @param pair that makes it; empty for nothing
 * @param added how many
 */
record Condition(Optional<Pair> pair, int added) {

    static final Condition ALONE = new Condition(Optional.empty(), 0);

    /** The LSTM alone, then each of these numbers from each pair. */
    static List<Condition> all(Integer... numbers) {
        var added = Stream.of(Pair.values())
                .flatMap(pair -> Stream.of(numbers).map(number -> new Condition(Optional.of(pair), number)));
        return Stream.concat(Stream.of(ALONE), added).toList();
    }

    boolean isOf(Pair maker) {
        return pair.equals(Optional.of(maker));
    }

    /** For reports. */
    String words() {
        return pair.map(maker -> "+%d %s".formatted(added, maker.words())).orElse("LSTM alone");
    }
}
