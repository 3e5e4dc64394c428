package io.timbre.signal.score;

import io.timbre.signal.codec.UndecodableException;
import io.timbre.signal.codec.UndecodableException.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.Sequence;
import javax.sound.midi.Track;

/**
 * Reads MIDI files of type 0, 1 and 2, plain or in RIFF. What a file is, its bytes say, not its name.
 *
 * <p>The patterns of type 2, which have no common time, are played one after the other, each at 120 beats a minute
 * unless it says otherwise. A damaged track is kept up to the damage, and a file with more bytes lost than kept is
 * refused. The notes agree with those of Python's {@code mido} 1.3, paired first in, first out.
 *
 * <p>Not {@code javax.sound.midi.MidiSystem}, which knows no type 2 and no RIFF, drops a track that is cut off without a
 * word, and a whole file for one bad byte. Safe to share between threads.
 */
public final class ScoreReader {
    private static final int MAX_TYPE = 2;
    private static final int INDEPENDENT_PATTERNS = 2;

    private final ScoreLimits limits;

    public ScoreReader(ScoreLimits limits) {
        this.limits = limits;
    }

    /**
     * Whether a file begins as a score; the rest of it may be damaged.
     *
     * @throws IOException if it is missing or cannot be read
     */
    public static boolean isScore(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            return MidiChunks.isBegunBy(stream.readNBytes(MidiChunks.BEGINNING_BYTES));
        }
    }

    /**
     * Reads one file.
     *
     * @throws UndecodableException if these bytes can never be read within the limits
     * @throws IOException if the file is missing or cannot be read, which says nothing about its bytes
     */
    public Score read(Path file) throws IOException, UndecodableException {
        try (var stream = Files.newInputStream(file)) {
            return read(stream.readNBytes(limits.maxBytes() + 1));
        }
    }

    /**
     * Reads the bytes of one file.
     *
     * @throws UndecodableException if they can never be read within the limits, or hold no note
     */
    public Score read(byte[] file) throws UndecodableException {
        Score score = Score.of(readSequence(file));
        if (score.notes().isEmpty()) {
            throw new UndecodableException(Fault.UNDECODABLE, "no notes");
        }
        return score;
    }

    /**
     * Reads the bytes of one file with everything that {@link Synthesizer} can play: pedals, volumes and bends too.
     *
     * @throws UndecodableException if they can never be read within the limits
     */
    public Sequence readSequence(byte[] file) throws UndecodableException {
        if (file.length > limits.maxBytes()) {
            throw new UndecodableException(Fault.TOO_LONG, "more than " + limits.maxBytes() + " bytes");
        }
        MidiChunks chunks = MidiChunks.of(file);
        requireSense(chunks);
        Sequence sequence = read(chunks);
        double seconds = Timeline.of(sequence).lengthMicroseconds() / 1e6;
        if (seconds > limits.maxDuration().toMillis() / 1e3) {
            throw new UndecodableException(
                    Fault.TOO_LONG, "longer than " + limits.maxDuration().toSeconds() + " s");
        }
        return sequence;
    }

    private void requireSense(MidiChunks chunks) throws UndecodableException {
        if (chunks.type() < 0 || chunks.type() > MAX_TYPE) {
            throw new UndecodableException(Fault.UNDECODABLE, "MIDI of type " + chunks.type());
        }
        if (chunks.tracks().isEmpty()) {
            throw new UndecodableException(Fault.UNDECODABLE, "no tracks");
        }
        if (chunks.tracks().size() > limits.maxTracks()) {
            throw new UndecodableException(Fault.TOO_LONG, "more than " + limits.maxTracks() + " tracks");
        }
    }

    private Sequence read(MidiChunks chunks) throws UndecodableException {
        Sequence sequence = TimeBase.sequence(chunks.division());
        int events = 0;
        int keptBytes = 0;
        int lostBytes = 0;
        long startTick = 0;
        for (ByteBuffer bytes : chunks.tracks()) {
            Track track = sequence.createTrack();
            if (startTick > 0) {
                track.add(new MidiEvent(Tempo.message(Tempo.DEFAULT_MICROSECONDS), startTick));
            }
            var reader = new TrackReader(bytes, track, startTick, limits.maxEvents() - events);
            reader.read();
            events += track.size();
            keptBytes += reader.keptBytes();
            lostBytes += reader.lostBytes();
            startTick = chunks.type() == INDEPENDENT_PATTERNS ? reader.endTick() : 0;
            if (events > limits.maxEvents()) {
                throw new UndecodableException(Fault.TOO_LONG, "more than " + limits.maxEvents() + " messages");
            }
        }
        if (lostBytes > keptBytes) {
            throw new UndecodableException(Fault.UNDECODABLE, "damaged: " + lostBytes + " bytes cannot be read");
        }
        return sequence;
    }
}
