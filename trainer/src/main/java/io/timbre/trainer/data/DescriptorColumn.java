package io.timbre.trainer.data;

import java.util.Arrays;
import java.util.List;

/**
 * The columns of the table of descriptors that are numbers, in its order.
 *
 * <p>Three of them have empty cells, and those three never hold a zero, though the service that the table comes from
 * gives it often: to songs that nobody plays, to songs in C, to songs that are sung throughout. So whoever wrote the table
 * lost the zeros, and an empty cell is one. Nothing has to be guessed from the other rows.
 */
enum DescriptorColumn {
    /** 0 to 100. */
    POPULARITY("Popularity", true),
    DANCEABILITY("danceability", false),
    ENERGY("energy", false),
    /** Pitch class: 0 is C, 11 is B. */
    KEY("key", true),
    /** dB, mostly below 0. */
    LOUDNESS("loudness", false),
    /** 1 is major. */
    MODE("mode", false),
    SPEECHINESS("speechiness", false),
    ACOUSTICNESS("acousticness", false),
    INSTRUMENTALNESS("instrumentalness", true),
    LIVENESS("liveness", false),
    VALENCE("valence", false),
    /** Beats a minute. */
    TEMPO("tempo", false),
    /** Milliseconds, in one row of seven minutes. */
    DURATION("duration_in min/ms", false),
    /** Beats a bar. */
    TIME_SIGNATURE("time_signature", false);

    private final String title;
    private final boolean zeroIsEmpty;

    DescriptorColumn(String title, boolean zeroIsEmpty) {
        this.title = title;
        this.zeroIsEmpty = zeroIsEmpty;
    }

    String title() {
        return title;
    }

    boolean zeroIsEmpty() {
        return zeroIsEmpty;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(DescriptorColumn::title).toList();
    }
}
