package io.timbre.signal.score;

/**
 * One note as it sounds.
 *
 * @param onsetSeconds when it starts, from the start of the score
 * @param durationSeconds until it is released; 0 where a file starts and releases it at once
 * @param pitch MIDI number, 0 to 127; 69 is A4, 440 Hz
 * @param velocity how hard it is struck, 1 to 127
 * @param channel 0 to 15; 9 is percussion, whose pitches name drums
 * @param program General MIDI instrument of the channel when it starts, 0 to 127
 * @param track of the file, from 0: two players may share a channel
 */
public record Note(
        double onsetSeconds, double durationSeconds, int pitch, int velocity, int channel, int program, int track) {
    /** What General MIDI plays drums on: its tenth channel. */
    public static final int PERCUSSION_CHANNEL = 9;

    public Note {
        requireTime("onsetSeconds", onsetSeconds);
        requireTime("durationSeconds", durationSeconds);
        requireWithin("pitch", pitch, 0, 127);
        requireWithin("velocity", velocity, 1, 127);
        requireWithin("channel", channel, 0, 15);
        requireWithin("program", program, 0, 127);
        requireWithin("track", track, 0, 65_534);
    }

    /** A note of the first track. */
    public Note(double onsetSeconds, double durationSeconds, int pitch, int velocity, int channel, int program) {
        this(onsetSeconds, durationSeconds, pitch, velocity, channel, program, 0);
    }

    public boolean isPercussion() {
        return channel == PERCUSSION_CHANNEL;
    }

    public double endSeconds() {
        return onsetSeconds + durationSeconds;
    }

    private static void requireTime(String name, double seconds) {
        if (!(seconds >= 0) || Double.isInfinite(seconds)) {
            throw new IllegalArgumentException(name + " must be >= 0 and finite: was " + seconds);
        }
    }

    private static void requireWithin(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " must be " + min + " to " + max + ": was " + value);
        }
    }
}
