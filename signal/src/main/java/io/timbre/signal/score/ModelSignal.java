package io.timbre.signal.score;

import io.timbre.signal.Audio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One chord of one instrument in one key: 4 s of sound that differ from each other in one attribute at a time, to see
 * what a network's features follow.
 *
 * <p>Choi et al. made 224 of them: 7 instruments, 8 chord types and 4 keys. The names of the sound files beside their
 * code ({@code src_templates}, such as {@code A3_Electric_guiar_sus4_M7.wav}) give the instruments and the keys. Of
 * chords each pair of them has five files: {@code intevals}, {@code M_m}, {@code 7_m}, {@code dim_blank} and
 * {@code sus4_M7}. That these are the eight types of {@link Chord} is inferred here: two chords a file, {@code m} after
 * {@code 7} a minor seventh, {@code blank} none. Which notes {@code intevals} holds is nowhere written: here they are
 * the fifth and the octave.
 *
 * <p>Their sounds came from another synthesiser; these are the JDK's General MIDI instruments and, for
 * {@link Instrument#SINE}, pure tones.
 *
 * @see "K. Choi, G. Fazekas, M. Sandler, Explaining Deep Convolutional Neural Networks on Music Classification,
 *     arXiv:1607.02444 (2016), Section 4.2; github.com/keunwoochoi/Auralisation"
 */
public record ModelSignal(Instrument instrument, Chord chord, Key key) {
    /** Length of each. */
    public static final double SECONDS = 4;

    private static final double HELD_SECONDS = SECONDS - Synthesizer.RELEASE_SECONDS;
    private static final int VELOCITY = 100;

    /** What plays: a General MIDI program, or pure tones. */
    public enum Instrument {
        SINE(-1),
        STRINGS(48),
        ACOUSTIC_GUITAR(25),
        SAXOPHONE(65),
        PIANO(0),
        ELECTRIC_PIANO(4),
        ELECTRIC_GUITAR(27);

        private final int program;

        Instrument(int program) {
            this.program = program;
        }
    }

    /** Semitones above the key note. */
    public enum Chord {
        INTERVALS(0, 7, 12),
        MAJOR(0, 4, 7),
        MINOR(0, 3, 7),
        SUSPENDED_FOURTH(0, 5, 7),
        MAJOR_SEVENTH(0, 4, 7, 11),
        DOMINANT_SEVENTH(0, 4, 7, 10),
        MINOR_SEVENTH(0, 3, 7, 10),
        DIMINISHED(0, 3, 6);

        private final int[] semitones;

        Chord(int... semitones) {
            this.semitones = semitones;
        }
    }

    /** The lowest note; C4 is MIDI note 60. */
    public enum Key {
        E_FLAT_2(39),
        B_FLAT_2(46),
        A_3(57),
        G_4(67);

        private final int pitch;

        Key(int pitch) {
            this.pitch = pitch;
        }
    }

    /** All 224, by instrument, then chord, then key. */
    public static List<ModelSignal> all() {
        var signals = new ArrayList<ModelSignal>();
        for (Instrument instrument : Instrument.values()) {
            for (Chord chord : Chord.values()) {
                for (Key key : Key.values()) {
                    signals.add(new ModelSignal(instrument, chord, key));
                }
            }
        }
        return List.copyOf(signals);
    }

    /** Such as {@code electric-guitar.suspended-fourth.e-flat-2}, and no other signal's. */
    public String name() {
        return String.join(".", kebab(instrument), kebab(chord), kebab(key));
    }

    /** MIDI numbers of the notes, from the lowest up. */
    public int[] pitches() {
        return Arrays.stream(chord.semitones)
                .map(semitone -> key.pitch + semitone)
                .toArray();
    }

    /** The same samples every time: {@link #SECONDS}, for all but the last of which the chord is held. */
    public Audio render(int sampleRateHz) {
        return instrument == Instrument.SINE
                ? PureTones.render(pitches(), HELD_SECONDS, SECONDS, sampleRateHz)
                : new Synthesizer(sampleRateHz).render(score(instrument.program));
    }

    private Score score(int program) {
        List<Note> notes = Arrays.stream(pitches())
                .mapToObj(pitch -> new Note(0, HELD_SECONDS, pitch, VELOCITY, 0, program))
                .toList();
        return new Score(notes, HELD_SECONDS);
    }

    private static String kebab(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
