package io.timbre.explain.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.signal.score.ModelSignal;
import org.junit.jupiter.api.Test;

class AttributeTest {

    @Test
    void pairsSignalsThatDifferInItAndNothingElse() {
        var all = ModelSignal.all();

        // 7 instruments, 8 chords, 4 keys: 56 x 6 pairs of keys, 28 x 28 of chords, 32 x 21 of instruments.
        assertThat(Attribute.KEY.pairs(all)).hasSize(336);
        assertThat(Attribute.CHORD.pairs(all)).hasSize(784);
        assertThat(Attribute.INSTRUMENT.pairs(all)).hasSize(672).allSatisfy(pair -> {
            assertThat(all.get(pair.first()).instrument())
                    .isNotEqualTo(all.get(pair.second()).instrument());
            assertThat(all.get(pair.first()).key())
                    .isEqualTo(all.get(pair.second()).key());
            assertThat(all.get(pair.first()).chord())
                    .isEqualTo(all.get(pair.second()).chord());
        });
    }
}
