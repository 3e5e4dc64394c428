package io.timbre.signal.picture;

/** Names of MIDI pitches in scientific pitch notation: 60 is C4, 69 is A4. */
final class NoteNames {
    static final int OCTAVE = 12;

    private static final String[] NAMES = {"C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"};
    private static final int A4 = 69;
    private static final double A4_HZ = 440;

    private NoteNames() {}

    static String of(int pitch) {
        return NAMES[Math.floorMod(pitch, OCTAVE)] + (Math.floorDiv(pitch, OCTAVE) - 1);
    }

    static boolean isBlackKey(int pitch) {
        return NAMES[Math.floorMod(pitch, OCTAVE)].length() == 2;
    }

    /** Equal temperament, A4 at 440 Hz. */
    static double hz(int pitch) {
        return A4_HZ * Math.pow(2, (pitch - A4) / (double) OCTAVE);
    }

    /** Whether an axis names a pitch when semitones are so many pixels apart: all, those of the C major chord, or C. */
    static boolean isNamed(int pitch, double pixelsASemitone) {
        return switch (Math.floorMod(pitch, OCTAVE)) {
            case 0 -> true;
            case 4, 7 -> pixelsASemitone >= 5;
            default -> pixelsASemitone >= 15;
        };
    }
}
