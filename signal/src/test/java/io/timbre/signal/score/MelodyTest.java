package io.timbre.signal.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Collectors;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import org.junit.jupiter.api.Test;

class MelodyTest {
    @Test
    void lastsAsLongAsAsked() {
        assertThat(Timeline.of(Melody.compose(1, 7.5)).lengthMicroseconds() / 1e6)
                .isCloseTo(7.5, within(2e-3));
    }

    @Test
    void composesTheSameFromTheSameSeed() {
        assertThat(text(Melody.compose(5, 4))).isEqualTo(text(Melody.compose(5, 4)));
        assertThat(text(Melody.compose(5, 4))).isNotEqualTo(text(Melody.compose(6, 4)));
    }

    @Test
    void staysInTheRangeOfTheKeyboardWhateverTheSeed() {
        for (long seed = 0; seed < 200; seed++) {
            assertThat(Timeline.of(Melody.compose(seed, 10)).messages())
                    .as("seed %d", seed)
                    .filteredOn(entry -> ((ShortMessage) entry.message()).getCommand() == ShortMessage.NOTE_ON)
                    .extracting(entry -> ((ShortMessage) entry.message()).getData1())
                    .allSatisfy(pitch -> assertThat(pitch).isBetween(21, 108));
        }
    }

    @Test
    void refusesNoTimeAtAll() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Melody.compose(1, 0))
                .withMessage("seconds must be > 0: was 0.0");
    }

    private static String text(Sequence sequence) {
        return Timeline.of(sequence).messages().stream()
                .map(entry -> entry.microseconds() + ":"
                        + Arrays.toString(entry.message().getMessage()))
                .collect(Collectors.joining(" "));
    }
}
