package io.timbre.trainer.data;

/**
 * Which recordings there are of GTZAN tracks, in all genres alike.
 *
 * <p>{@code full_30s} is not among them: of all genres but classical it has next to nothing, and most of that is MP3, so
 * that a network could tell classical music by its codec. What it has as FLAC stands in {@link #FIRST_15_S} too.
 */
public enum GtzanRecordings {
    /** The first 15 to 20 s of about nine tracks a genre; in six genres all are of one or two artists. */
    FIRST_15_S("first_15-20s_flac"),
    /** Excerpts of 2.1 to 2.9 s of about 43 tracks a genre. */
    CLIPS_2_S("clips_2-3s_flac");

    private final String folder;

    GtzanRecordings(String folder) {
        this.folder = folder;
    }

    /** Its name below {@code gtzan_audio}. */
    public String folder() {
        return folder;
    }
}
