package io.timbre.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-, 0, 99",
        "bytes=10-19, 10, 19",
        "bytes=90-200, 90, 99",
        "bytes=-5, 95, 99",
        "bytes=-500, 0, 99"
    })
    void readsWhatPlayersAskFor(String header, int first, int last) {
        assertThat(ByteRange.of(header, 100)).contains(new ByteRange(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=20-10", "bytes=-", "bytes=0-1,5-6", "lines=0-1", "", "bytes=-0"})
    void givesNoneForWhatAFileDoesNotHave(String header) {
        assertThat(ByteRange.of(header, 100)).isEmpty();
    }
}
