package io.timbre.trainer.experiment.lee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.timbre.trainer.data.Example;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    private static final List<Example> TRAINING = List.of(example(0, -12, -22), example(0, -50, -60));

    @Test
    void saysWhatExamplesAreWorth() {
        var examples = List.of(example(0, -10, -20), example(1, -10, -20), example(2, -14, -24));

        var evidence = Evidence.of(examples, TRAINING, 0, 0, 2);

        assertThat(evidence.leastDb()).isEqualTo(-24);
        assertThat(evidence.greatestDb()).isEqualTo(-10);
        assertThat(evidence.agreement()).isEqualTo(2 / 3.0);
        assertThat(evidence.commonest()).isEqualTo(2 / 3.0);
        // all are 2 dB from (-12, -22)
        assertThat(evidence.nearestDb()).isEqualTo(2);
        // the first two are the same, the third is 4 dB from either
        assertThat(evidence.apartDb()).isEqualTo((0 + 4 + 4) / 3.0);
    }

    @Test
    void findsNothingApartWhereAllAreTheSame() {
        var same = List.of(example(0, -1, -1), example(1, -1, -1));

        assertThat(Evidence.of(same, TRAINING, 1, 1).apartDb()).isZero();
        assertThat(Evidence.of(same, TRAINING, 1, 1).commonest()).isEqualTo(1);
    }

    @Test
    void hasTheRangeOfAllRunsAndTheMeansOfTheRest() {
        var all = Evidence.over(List.of(new Evidence(-80, -10, 0.2, 0.4, 6, 8), new Evidence(-60, 0, 0.4, 0.8, 2, 0)));

        assertThat(all.leastDb()).isEqualTo(-80);
        assertThat(all.greatestDb()).isEqualTo(0);
        assertThat(all.agreement()).isCloseTo(0.3, within(1e-12));
        assertThat(all.commonest()).isCloseTo(0.6, within(1e-12));
        assertThat(all.nearestDb()).isEqualTo(4);
        assertThat(all.apartDb()).isEqualTo(4);
    }

    private static Example example(int label, float... input) {
        return Example.ofClass("made up", input, label, 3, Map.of());
    }
}
