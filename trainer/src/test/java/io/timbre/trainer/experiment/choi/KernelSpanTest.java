package io.timbre.trainer.experiment.choi;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.signal.frontend.StftMagnitudeParameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelSpanTest {

    private static final StftMagnitudeParameters STFT = StftMagnitudeParameters.standard();

    /** The paper's Table 1, which cuts decimals off in time and rounds in frequency. */
    @ParameterizedTest
    @CsvSource({"1, 93, 86", "2, 162, 151", "3, 302, 280", "4, 580, 538", "5, 1137, 1055"})
    void agreesWithThePaperButForItsFifthHeightOf1270(int layer, int milliseconds, int hertz) {
        var span = KernelSpan.byTheRule(layer);
        assertThat(span.milliseconds(STFT)).isBetween(milliseconds - 0.5, milliseconds + 1.0);
        assertThat(Math.round(span.hertz(STFT))).isEqualTo(hertz);
    }
}
