package io.timbre.networks.model;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The models that ship with Timbre. */
public final class Champion {
    private static final String FOLDER = "champion";
    private static final String NOTES_FOLDER = "notes";

    private Champion() {}

    /** The checkpoint of the one for recordings, from the class path. */
    public static Checkpoint checkpoint() {
        return read(FOLDER);
    }

    /** The checkpoint of the one for scores, from the class path: to be explained rather than believed, see its card. */
    public static Checkpoint ofScores() {
        return read(NOTES_FOLDER);
    }

    private static Checkpoint read(String folder) {
        try {
            return Checkpoint.readResource(Champion.class.getClassLoader(), folder);
        } catch (IOException e) {
            throw new UncheckedIOException("a model that ships with Timbre is missing from the class path", e);
        }
    }
}
