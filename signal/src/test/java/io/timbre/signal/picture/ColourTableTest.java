package io.timbre.signal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColourTableTest {
    @Test
    void isAsPublished() {
        // matplotlib 3.11: colors.to_hex(colormaps[name](n)) for n = 0, 128, 255.
        assertEntries(ColourTable.VIRIDIS, 0x440154, 0x21918c, 0xfde725);
        assertEntries(ColourTable.MAGMA, 0x000004, 0xb73779, 0xfcfdbf);
        assertEntries(ColourTable.INFERNO, 0x000004, 0xbc3754, 0xfcffa4);
        assertEntries(ColourTable.GREY, 0x000000, 0x808080, 0xffffff);
    }

    @Test
    void goesFromBlueOverGreyToRed() {
        // The ends are given in Moreland's paper, the middle is the grey of lightness 88.
        assertThat(ColourTable.COOLWARM.rgb(0)).isEqualTo(0x3b4cc0);
        assertThat(ColourTable.COOLWARM.rgb(255)).isEqualTo(0xb40426);
        int middle = ColourTable.COOLWARM.rgb(128);
        assertThat(middle >> 16).isBetween(219, 223);
        assertThat(middle & 0xff).isBetween(219, 223);
    }

    @Test
    void isStrongestAtTheEndsOfSignedValues() {
        assertThat(ColourTable.COOLWARM.strength(0)).isEqualTo(ColourTable.COOLWARM.strength(255));
        assertThat(ColourTable.COOLWARM.strength(127)).isEqualTo(1);
        assertThat(ColourTable.MAGMA.strength(0)).isZero();
        assertThat(ColourTable.MAGMA.strength(255)).isEqualTo(255);
    }

    private static void assertEntries(ColourTable table, int first, int middle, int last) {
        assertThat(table.rgb(0)).isEqualTo(first);
        assertThat(table.rgb(128)).isEqualTo(middle);
        assertThat(table.rgb(255)).isEqualTo(last);
    }
}
