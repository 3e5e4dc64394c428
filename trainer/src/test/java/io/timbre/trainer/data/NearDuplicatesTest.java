package io.timbre.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearDuplicatesTest {

    private static final int[] TUNE = random(1);
    private static final int[] OTHER = random(2);

    @Test
    void takesTheSameTuneInAnotherKeyForTheSame() {
        var transposed = IntStream.of(TUNE).map(pitch -> pitch + 5).toArray();

        assertThat(NearDuplicates.firstAlike(List.of(OTHER, TUNE, transposed))).containsExactly(0, 1, 1);
    }

    @Test
    void takesTwoThatShareARunWithAThirdForAlike() {
        // 25 pitches have 24 intervals between them
        var medley = IntStream.concat(
                        IntStream.of(TUNE).skip(75), IntStream.of(OTHER).limit(25))
                .toArray();

        assertThat(NearDuplicates.firstAlike(List.of(TUNE, OTHER, medley))).containsExactly(0, 0, 0);
    }

    @Test
    void tellsApartWhatSharesOneIntervalLess() {
        var start = IntStream.concat(
                        IntStream.of(TUNE).limit(24), IntStream.of(OTHER).limit(76))
                .toArray();

        assertThat(NearDuplicates.firstAlike(List.of(TUNE, start))).containsExactly(0, 1);
    }

    @Test
    void makesNothingOfAChordOverAndOver() {
        var chords = IntStream.range(0, 100).map(note -> 60 + 4 * (note % 3)).toArray();

        assertThat(NearDuplicates.firstAlike(List.of(chords, chords.clone()))).containsExactly(0, 1);
    }

    private static int[] random(long seed) {
        return new Random(seed).ints(100, 40, 80).toArray();
    }
}
