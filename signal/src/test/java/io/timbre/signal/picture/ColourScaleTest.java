package io.timbre.signal.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ColourScaleTest {
    @Test
    void spreadsTheTableOverTheRange() {
        var scale = new ColourScale(ColourTable.GREY, "", new Range(0, 256));
        assertThat(scale.entry(0)).isZero();
        assertThat(scale.entry(0.99)).isZero();
        assertThat(scale.entry(1)).isEqualTo(1);
        assertThat(scale.entry(256)).isEqualTo(255);
    }

    @Test
    void clipsWhatLiesBeyond() {
        var scale = new ColourScale(ColourTable.GREY, "", new Range(0, 1));
        assertThat(scale.rgb(-1e30)).isEqualTo(0x000000);
        assertThat(scale.rgb(1e30)).isEqualTo(0xffffff);
    }

    @Test
    void fitsTheValues() {
        assertThat(ColourScale.fitted(ColourTable.GREY, "", new float[] {3, -1, 2})
                        .range())
                .isEqualTo(new Range(-1, 3));
        assertThat(ColourScale.fitted(ColourTable.GREY, "", new float[] {5, 5}).range())
                .isEqualTo(new Range(5, 6));
        assertThat(ColourScale.fitted(ColourTable.GREY, "", new float[] {-100}).range())
                .isEqualTo(new Range(-100, -90));
    }

    @Test
    void looksDownFromTheLoudest() {
        ColourScale scale = ColourScale.loudest(ColourTable.MAGMA, new float[] {-120, -10, -30}, 80);
        assertThat(scale.range()).isEqualTo(new Range(-90, -10));
        assertThat(scale.unit()).isEqualTo("dB");
    }

    @Test
    void putsZeroInTheMiddleOfSignedValues() {
        assertThat(ColourScale.signed("", new float[] {-4, 1}).range()).isEqualTo(new Range(-4, 4));
        assertThat(ColourScale.signed("", new float[] {0, 0}).range()).isEqualTo(new Range(-1, 1));
    }

    @Test
    void refusesValuesWithoutAColour() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ColourScale.fitted(ColourTable.GREY, "", new float[] {1, Float.NaN}))
                .withMessageContaining("value 1 must be finite: was NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> ColourScale.fitted(ColourTable.GREY, "", new float[] {}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ColourScale.loudest(ColourTable.GREY, new float[] {1}, 0));
    }
}
