package io.timbre.trainer.champion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonIntervalTest {

    /** The four examples of Newcombe 1998, table I, method 3; the last two rows are the edges. */
    @ParameterizedTest
    @CsvSource({
        "81, 263, 0.2553, 0.3662",
        "15, 148, 0.0624, 0.1605",
        "0, 20, 0.0000, 0.1611",
        "1, 29, 0.0061, 0.1718",
        "20, 20, 0.8389, 1.0000",
        "0, 0, 0.0000, 1.0000"
    })
    void agreesWithNewcombe(int hits, int trials, double low, double high) {
        var interval = WilsonInterval.of(hits, trials);

        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }
}
