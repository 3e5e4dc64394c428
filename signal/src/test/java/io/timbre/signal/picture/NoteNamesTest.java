package io.timbre.signal.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NoteNamesTest {
    @Test
    void countsOctavesFromC() {
        assertThat(NoteNames.of(60)).isEqualTo("C4");
        assertThat(NoteNames.of(69)).isEqualTo("A4");
        assertThat(NoteNames.of(59)).isEqualTo("B3");
        assertThat(NoteNames.of(61)).isEqualTo("C#4");
        assertThat(NoteNames.of(0)).isEqualTo("C-1");
        assertThat(NoteNames.of(127)).isEqualTo("G9");
    }

    @Test
    void tunesToA440() {
        assertThat(NoteNames.hz(69)).isEqualTo(440);
        assertThat(NoteNames.hz(60)).isCloseTo(261.6256, within(1e-4));
    }

    @Test
    void knowsTheBlackKeys() {
        assertThat(NoteNames.isBlackKey(61)).isTrue();
        assertThat(NoteNames.isBlackKey(64)).isFalse();
        assertThat(NoteNames.isBlackKey(65)).isFalse();
    }
}
