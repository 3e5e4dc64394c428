package io.timbre.signal.frontend;

/**
 * Everything that the numbers of {@link Notes} depend on.
 *
 * @param notes how many of them, from the start
 * @param part whose notes count
 * @param timing whether step and duration stand beside the pitch
 */
public record NotesParameters(int notes, Part part, boolean timing) {
    /** Whose notes count. */
    public enum Part {
        /** Those of all instruments, percussion left out: the pitches of drums are names, not heights. */
        PITCHED,
        /** Those of all instruments and of percussion. */
        ALL,
        /**
         * Those of the track, channel and program that the first note of the lowest track belongs to, percussion or not:
         * much as {@code pretty_midi.PrettyMIDI(file).instruments[0]}, which most studies with that library use.
         */
        FIRST_INSTRUMENT
    }

    public NotesParameters {
        if (notes <= 0) {
            throw new IllegalArgumentException("notes must be > 0: was " + notes);
        }
    }

    /** Pitches of the first 100 notes of all pitched instruments. */
    public static NotesParameters standard() {
        return new NotesParameters(100, Part.PITCHED, false);
    }

    int columns() {
        return timing ? 3 : 1;
    }
}
