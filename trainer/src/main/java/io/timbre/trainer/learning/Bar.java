package io.timbre.trainer.learning;

/**
 * What a challenger has to clear.
 *
 * @param leastTracks test tracks that there must be
 * @param leastArtists test artists that there must be
 * @param margin recall that a genre may lose at most, 0 to 1
 * @param leastOfGenre test tracks of a genre from which on its recall counts
 * @param untestedToo whether it serves at once also if a genre has fewer, which it may have forgotten
 */
record Bar(int leastTracks, int leastArtists, double margin, int leastOfGenre, boolean untestedToo) {
    Bar {
        require(leastTracks >= 1, "leastTracks must be >= 1: was " + leastTracks);
        require(leastArtists >= 2, "leastArtists must be >= 2, or there is nothing to draw: was " + leastArtists);
        require(margin >= 0 && margin <= 1, "margin must be in [0, 1]: was " + margin);
        require(leastOfGenre >= 1, "leastOfGenre must be >= 1: was " + leastOfGenre);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
