package io.timbre.signal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class ContrastTest {
    @Test
    void writesInTheInkThatStandsOut() {
        assertThat(Contrast.inkOn(new Color(0x440154))).isEqualTo(Color.WHITE);
        assertThat(Contrast.inkOn(new Color(0xfde725))).isEqualTo(Color.BLACK);
        // Against the grey of level 117 white and black stand out alike, 4.6 to 1.
        assertThat(Contrast.inkOn(new Color(0x707070))).isEqualTo(Color.WHITE);
        assertThat(Contrast.inkOn(new Color(0x7a7a7a))).isEqualTo(Color.BLACK);
    }
}
