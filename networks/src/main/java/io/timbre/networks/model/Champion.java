package io.timbre.networks.model;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The model that ships with Timbre. */
public final class Champion {
    private static final String FOLDER = "champion";

    private Champion() {}

    /** Its checkpoint, from the class path. */
    public static Checkpoint checkpoint() {
        try {
            return Checkpoint.readResource(Champion.class.getClassLoader(), FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException("the model that ships with Timbre is missing from the class path", e);
        }
    }
}
