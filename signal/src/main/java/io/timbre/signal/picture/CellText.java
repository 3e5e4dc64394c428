package io.timbre.signal.picture;

import java.util.List;

/** What is written in every cell of a confusion matrix: the first of these for which all have room. */
enum CellText {
    COUNTS_AND_SHARES("in a cell: count, % of the label"),
    COUNTS("in a cell: count"),
    SHARES("in a cell: % of the label"),
    NOTHING("colours only");

    private final String words;

    CellText(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    List<String> lines(int count, double percent) {
        String share = Long.toString(Math.round(percent));
        return switch (this) {
            case COUNTS_AND_SHARES -> List.of(Integer.toString(count), share + " %");
            case COUNTS -> List.of(Integer.toString(count));
            case SHARES -> List.of(share);
            case NOTHING -> List.of();
        };
    }
}
