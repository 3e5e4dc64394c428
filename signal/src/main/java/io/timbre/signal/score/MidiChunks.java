package io.timbre.signal.score;

import io.timbre.signal.codec.UndecodableException;
import io.timbre.signal.codec.UndecodableException.Fault;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A standard MIDI file, taken apart: plain, or wrapped in RIFF ({@code RMID}).
 *
 * <p>It has the tracks that are there, whatever number its header says; a last track that was cut off has what is left
 * of it, and chunks of other kinds are stepped over.
 *
 * @param type 0: one track, 1: tracks that sound together, 2: patterns that do not
 * @param division ticks a quarter note, or if negative frames a second and ticks a frame in SMPTE's two bytes
 * @param tracks bytes of each
 * @see "Standard MIDI Files 1.0, RP-001; RMID: RP-029"
 */
record MidiChunks(int type, short division, List<ByteBuffer> tracks) {
    private static final String RIFF = "RIFF";
    private static final String RMID = "RMID";
    private static final String RIFF_DATA = "data";
    private static final String HEADER = "MThd";
    private static final String TRACK = "MTrk";
    private static final int CHUNK_HEADER_BYTES = 8;
    private static final int MIDI_HEADER_BYTES = 6;

    /** Bytes that {@link #isBegunBy} wants to see. */
    static final int BEGINNING_BYTES = CHUNK_HEADER_BYTES + RMID.length();

    /** Whether a file that begins like this is a MIDI file, whatever comes then. */
    static boolean isBegunBy(byte[] beginning) {
        ByteBuffer bytes = ByteBuffer.wrap(beginning);
        return startsWith(bytes, 0, HEADER)
                || (startsWith(bytes, 0, RIFF) && startsWith(bytes, CHUNK_HEADER_BYTES, RMID));
    }

    static MidiChunks of(byte[] file) throws UndecodableException {
        if (file.length == 0) {
            throw new UndecodableException(Fault.EMPTY, "no bytes");
        }
        ByteBuffer bytes = unwrapped(ByteBuffer.wrap(file));
        if (!startsWith(bytes, 0, HEADER)) {
            throw new UndecodableException(Fault.UNKNOWN_KIND, "not a MIDI file");
        }
        ByteBuffer header = nextChunk(bytes);
        if (header.remaining() < MIDI_HEADER_BYTES) {
            throw new UndecodableException(Fault.UNDECODABLE, "the header is cut off");
        }
        int type = header.getShort();
        header.getShort(); // How many tracks it says there are.
        return new MidiChunks(type, header.getShort(), tracks(bytes));
    }

    private static ByteBuffer unwrapped(ByteBuffer bytes) throws UndecodableException {
        if (!startsWith(bytes, 0, RIFF) || !startsWith(bytes, CHUNK_HEADER_BYTES, RMID)) {
            return bytes;
        }
        bytes.order(ByteOrder.LITTLE_ENDIAN).position(CHUNK_HEADER_BYTES + RMID.length());
        while (bytes.remaining() >= CHUNK_HEADER_BYTES) {
            boolean isData = startsWith(bytes, 0, RIFF_DATA);
            ByteBuffer chunk = nextChunk(bytes);
            if (isData) {
                return chunk;
            }
            bytes.position(Math.min(bytes.limit(), bytes.position() + (chunk.limit() & 1)));
        }
        throw new UndecodableException(Fault.UNDECODABLE, "no MIDI inside the RIFF file");
    }

    private static List<ByteBuffer> tracks(ByteBuffer bytes) {
        var tracks = new ArrayList<ByteBuffer>();
        while (bytes.remaining() >= CHUNK_HEADER_BYTES) {
            boolean isTrack = startsWith(bytes, 0, TRACK);
            ByteBuffer chunk = nextChunk(bytes);
            if (isTrack) {
                tracks.add(chunk);
            }
        }
        return List.copyOf(tracks);
    }

    /** What a chunk holds, big-endian, and as much as there is of it; moves behind it. */
    private static ByteBuffer nextChunk(ByteBuffer bytes) {
        int start = Math.min(bytes.limit(), bytes.position() + CHUNK_HEADER_BYTES);
        long wanted = start < bytes.position() + CHUNK_HEADER_BYTES
                ? 0
                : Integer.toUnsignedLong(bytes.getInt(bytes.position() + 4));
        int length = (int) Math.min(wanted, bytes.limit() - start);
        bytes.position(start + length);
        return bytes.slice(start, length);
    }

    private static boolean startsWith(ByteBuffer bytes, int offset, String id) {
        byte[] wanted = id.getBytes(StandardCharsets.US_ASCII);
        int start = bytes.position() + offset;
        return bytes.limit() - start >= wanted.length
                && bytes.slice(start, wanted.length).equals(ByteBuffer.wrap(wanted));
    }
}
