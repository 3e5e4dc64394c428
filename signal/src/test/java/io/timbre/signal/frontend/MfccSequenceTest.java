package io.timbre.signal.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.signal.Signals;
import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class MfccSequenceTest {
    private final MfccSequence mfcc = MfccSequence.standard();

    @Test
    void agreesWithLibrosa() throws Exception {
        Features features = mfcc.transform(FrontEndGolden.signal(22_050, 22_050));

        assertThat(features.shape()).containsExactly(44, 20);
        assertThat(Signals.largestDifference(FrontEndGolden.read("mfcc"), features.values(), 0))
                .isLessThan(1e-3);
    }

    @Test
    void keepsTheFirstFramesIfAsked() throws Exception {
        var first = new MfccSequence(new MfccSequenceParameters(22_050, 2048, 512, 128, 20, OptionalInt.of(10)));

        Features features = first.transform(FrontEndGolden.signal(22_050, 22_050));

        assertThat(features.shape()).containsExactly(10, 20);
        assertThat(features.values())
                .containsExactly(Arrays.copyOf(
                        mfcc.transform(FrontEndGolden.signal(22_050, 22_050)).values(), 200));
    }
}
