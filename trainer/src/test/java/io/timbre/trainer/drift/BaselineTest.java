package io.timbre.trainer.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BaselineTest {

    private final Observer observer = Observer.ofUnitVectors("a-model", List.of("blues", "jazz"), 2);

    @Test
    void keepsARandomSampleThatIsAlwaysTheSame() {
        // the first half, by arrival and by name, is blues
        var tracks = IntStream.range(0, 10_000)
                .mapToObj(i -> track("%05d".formatted(i), i < 5000 ? 0 : 1))
                .toList();

        var baseline = Baseline.of("normal", observer, tracks);

        assertThat(baseline.observations()).hasSize(2000);
        assertThat(baseline.sketch().counts()[0]).isBetween(900L, 1100L);
        assertThat(new HashSet<>(baseline.observations()))
                .isEqualTo(new HashSet<>(
                        Baseline.of("normal", observer, tracks.reversed()).observations()));
    }

    @Test
    void knowsNoTailsFromFewTracks() {
        var tracks = IntStream.range(0, 99).mapToObj(i -> track("" + i, 0)).toList();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Baseline.of("normal", observer, tracks))
                .withMessage("a baseline must hold 100 to 2000 observations: held 99");
    }

    private static Observation track(String id, int genre) {
        return new Observation(id, genre, .5f, .5f, new short[Observation.FEATURES]);
    }
}
