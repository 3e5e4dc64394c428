package io.timbre.trainer.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ObserverTest {

    private static final float[] EMBEDDING = {.6f, .8f};

    private final Observer observer = Observer.ofUnitVectors("a-model", List.of("blues", "jazz"), 2);

    @Test
    void unknownIsTheLastGenre() {
        var observation = observer.observe("a-track", "unknown", new float[] {.5f, .5f}, EMBEDDING);

        assertThat(observer.genres()).containsExactly("blues", "jazz", "unknown");
        assertThat(observation.genre()).isEqualTo(2);
        assertThat(observation.confidence()).isEqualTo(.5f);
        assertThat(observation.entropy()).isEqualTo(1);
    }

    @Test
    void certaintyHasNoEntropy() {
        var observation = observer.observe("a-track", "jazz", new float[] {0, 1}, EMBEDDING);

        assertThat(observation.genre()).isOne();
        assertThat(observation.confidence()).isOne();
        assertThat(observation.entropy()).isZero();
    }

    /** 0.811 bits of one: {@code -1/4 log2 1/4 - 3/4 log2 3/4}. */
    @Test
    void entropyIsAShareOfTheLargestThatThereCanBe() {
        assertThat(observer.observe("a-track", "jazz", new float[] {.25f, .75f}, EMBEDDING)
                        .entropy())
                .isCloseTo(.811278f, within(1e-6f));
    }

    @Test
    void refusesWhatIsOfAnotherModel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> observer.observe("a-track", "polka", new float[] {0, 1}, EMBEDDING))
                .withMessage("genre must be one of [blues, jazz, unknown]: was polka");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> observer.observe("a-track", "jazz", new float[] {0, 1, 0}, EMBEDDING))
                .withMessage("there must be 2 posteriors: were 3");
    }
}
