package io.timbre.trainer.experiment.lee;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.trainer.experiment.lee.Condition.Generated;
import io.timbre.trainer.experiment.lee.Condition.Repeated;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContestTest {

    @Test
    void holdsAllAgainstTheLstmAloneAndGeneratedTracksAgainstAsManyRepeatedOnes() {
        var fewer = new Generated(Pair.PUBLISHED, 700);
        var more = new Generated(Pair.PUBLISHED, 1500);
        var repeated = new Repeated(1500);

        assertThat(Contest.among(List.of(Condition.ALONE, fewer, more, repeated)))
                .containsExactly(
                        new Contest(fewer, Condition.ALONE),
                        new Contest(more, Condition.ALONE),
                        new Contest(repeated, Condition.ALONE),
                        new Contest(more, repeated));
    }
}
