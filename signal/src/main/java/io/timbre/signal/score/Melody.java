package io.timbre.signal.score;

import java.util.Random;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/**
 * Composes small pieces that are ours, for tests and warm-up: a tune, chords, a bass and drums at 120 beats a minute.
 * The same seed and length give the same score, another seed another tune, key and band.
 */
public final class Melody {
    private static final int TICKS_A_BEAT = 480;
    private static final int TICKS_A_SECOND = 2 * TICKS_A_BEAT;
    private static final int TICKS_A_BAR = 4 * TICKS_A_BEAT;
    private static final int DRUM_CHANNEL = 9;

    private static final int[] MINOR_PENTATONIC = {0, 3, 5, 7, 10};
    /** Root and third above the key note: i, VI, III, VII. */
    private static final int[][] CHORDS = {{0, 3}, {8, 4}, {3, 4}, {10, 4}};

    private static final int[] LEADS = {0, 11, 40, 56, 65, 73, 80};
    private static final int[] PADS = {0, 4, 19, 24, 27, 48};
    private static final int[] BASSES = {32, 33, 36, 38};
    private static final int[] DRUMS = {36, 42, 38, 42};

    private final Sequence sequence;
    private final Random random;
    private final long endTick;
    private final int key;

    private Melody(long seed, double seconds) throws InvalidMidiDataException {
        this.sequence = new Sequence(Sequence.PPQ, TICKS_A_BEAT);
        this.random = new Random(seed);
        this.endTick = Math.round(seconds * TICKS_A_SECOND);
        this.key = 45 + random.nextInt(12);
    }

    /** Composes a score that lasts the given time, positive, without the ringing out of its last notes. */
    public static Sequence compose(long seed, double seconds) {
        if (!(seconds > 0)) {
            throw new IllegalArgumentException("seconds must be > 0: was " + seconds);
        }
        try {
            var melody = new Melody(seed, seconds);
            melody.addLead();
            melody.addChords();
            melody.addBass();
            melody.addDrums();
            return melody.sequence;
        } catch (InvalidMidiDataException e) {
            throw new AssertionError("every number here is a valid one", e);
        }
    }

    private void addLead() throws InvalidMidiDataException {
        Track track = instrument(0, LEADS);
        int step = MINOR_PENTATONIC.length;
        for (long tick = 0; tick < endTick; ) {
            int length = TICKS_A_BEAT / 2 * (1 + random.nextInt(3));
            step = Math.clamp(step + random.nextInt(5) - 2, 0, 3 * MINOR_PENTATONIC.length - 1);
            int octave = step / MINOR_PENTATONIC.length;
            int pitch = key + 12 + 12 * octave + MINOR_PENTATONIC[step % MINOR_PENTATONIC.length];
            note(track, 0, pitch, 80 + random.nextInt(30), tick, length);
            tick += length;
        }
    }

    private void addChords() throws InvalidMidiDataException {
        Track track = instrument(1, PADS);
        for (int bar = 0; (long) bar * TICKS_A_BAR < endTick; bar++) {
            int[] chord = CHORDS[bar % CHORDS.length];
            for (int interval : new int[] {0, chord[1], 7}) {
                note(track, 1, key + 12 + chord[0] + interval, 60, (long) bar * TICKS_A_BAR, TICKS_A_BAR);
            }
        }
    }

    private void addBass() throws InvalidMidiDataException {
        Track track = instrument(2, BASSES);
        for (int beat = 0; (long) beat * TICKS_A_BEAT < endTick; beat++) {
            int root = CHORDS[beat / 4 % CHORDS.length][0];
            note(track, 2, key - 12 + root, 90, (long) beat * TICKS_A_BEAT, TICKS_A_BEAT * 3 / 4);
        }
    }

    private void addDrums() throws InvalidMidiDataException {
        Track track = sequence.createTrack();
        for (int beat = 0; (long) beat * TICKS_A_BEAT < endTick; beat++) {
            note(track, DRUM_CHANNEL, DRUMS[beat % DRUMS.length], 95, (long) beat * TICKS_A_BEAT, TICKS_A_BEAT / 2);
        }
    }

    private Track instrument(int channel, int[] programs) throws InvalidMidiDataException {
        Track track = sequence.createTrack();
        int program = programs[random.nextInt(programs.length)];
        track.add(new MidiEvent(new ShortMessage(ShortMessage.PROGRAM_CHANGE, channel, program, 0), 0));
        return track;
    }

    private void note(Track track, int channel, int pitch, int velocity, long tick, int length)
            throws InvalidMidiDataException {
        long end = Math.min(tick + length, endTick);
        track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_ON, channel, pitch, velocity), tick));
        track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_OFF, channel, pitch, 0), end));
    }
}
