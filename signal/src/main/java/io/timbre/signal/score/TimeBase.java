package io.timbre.signal.score;

import io.timbre.signal.codec.UndecodableException;
import io.timbre.signal.codec.UndecodableException.Fault;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.Sequence;

/** What a tick is, as a MIDI file's header says it. */
final class TimeBase {
    private TimeBase() {}

    /** An empty sequence whose ticks are parts of a beat, or of a frame of film. */
    static Sequence sequence(short division) throws UndecodableException {
        int resolution = division > 0 ? division : division & 0xff;
        if (resolution == 0) {
            throw new UndecodableException(Fault.UNDECODABLE, "no ticks a beat");
        }
        try {
            return new Sequence(division > 0 ? Sequence.PPQ : framesPerSecond(-(division >> 8)), resolution);
        } catch (InvalidMidiDataException e) {
            throw new AssertionError("only division types of javax.sound.midi are used", e);
        }
    }

    private static float framesPerSecond(int smpte) throws UndecodableException {
        return switch (smpte) {
            case 24 -> Sequence.SMPTE_24;
            case 25 -> Sequence.SMPTE_25;
            case 29 -> Sequence.SMPTE_30DROP;
            case 30 -> Sequence.SMPTE_30;
            default ->
                throw new UndecodableException(Fault.UNDECODABLE, "a time base of " + smpte + " frames a second");
        };
    }
}
