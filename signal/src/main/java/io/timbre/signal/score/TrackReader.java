package io.timbre.signal.score;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/**
 * Reads the messages of one track: those of the channels, tempo and the end; system messages and other meta messages
 * are stepped over. Running status goes on through them, as files rely on.
 *
 * <p>Data above 127 count as 127, as in {@code mido} with {@code clip=True}. What precedes the first damage is kept.
 * Notes that sound at the end are released there.
 */
final class TrackReader {
    private static final int STATUS = 0x80;
    private static final int SYSTEM = 0xf0;
    private static final int SYSTEM_EXCLUSIVE = 0xf0;
    private static final int TIME_CODE = 0xf1;
    private static final int SONG_POSITION = 0xf2;
    private static final int SONG_SELECT = 0xf3;
    private static final int ESCAPE = 0xf7;
    private static final int META = 0xff;
    static final int END_OF_TRACK = 0x2f;
    private static final int MAX_DATA = 0x7f;
    private static final int MAX_LENGTH_BYTES = 4;
    private static final int PITCHES = 128;
    private static final int CHANNELS = 16;

    private final ByteBuffer bytes;
    private final Track track;
    private final int maxEvents;
    private final int[] sounding = new int[CHANNELS * PITCHES];
    private long tick;
    private int runningStatus;
    private boolean ended;
    private int keptBytes;

    /** Reads into a track, from a tick on, until it has more messages than wanted. */
    TrackReader(ByteBuffer bytes, Track track, long startTick, int maxEvents) {
        this.bytes = bytes;
        this.track = track;
        this.tick = startTick;
        this.maxEvents = maxEvents;
    }

    void read() {
        try {
            while (!ended && bytes.hasRemaining() && track.size() <= maxEvents) {
                readEvent();
                keptBytes = bytes.position();
            }
        } catch (InvalidMidiDataException | BufferUnderflowException _) {
            ended = false;
        }
        release();
    }

    /** Of the end of the track. */
    long endTick() {
        return tick;
    }

    int keptBytes() {
        return keptBytes;
    }

    /** Bytes from the first damage on; what follows an end that the track states is no loss. */
    int lostBytes() {
        return ended ? 0 : bytes.limit() - keptBytes;
    }

    private void readEvent() throws InvalidMidiDataException {
        long eventTick = tick + variableLength();
        int status = unsigned(bytes.get());
        if (status < STATUS) {
            bytes.position(bytes.position() - 1);
        }
        // Only when the whole message is there does the time move: a damaged one lends the track no length.
        if (status >= SYSTEM) {
            system(status, eventTick);
        } else {
            runningStatus = status >= STATUS ? status : runningStatus;
            channel(eventTick);
        }
        tick = eventTick;
    }

    private void channel(long eventTick) throws InvalidMidiDataException {
        if (runningStatus == 0) {
            throw new InvalidMidiDataException("data without a status");
        }
        int command = runningStatus & 0xf0;
        boolean hasOneByte = command == ShortMessage.PROGRAM_CHANGE || command == ShortMessage.CHANNEL_PRESSURE;
        var message = new ShortMessage(runningStatus, data(), hasOneByte ? 0 : data());
        track.add(new MidiEvent(message, eventTick));
        count(message);
    }

    private void system(int status, long eventTick) throws InvalidMidiDataException {
        switch (status) {
            case META -> meta(unsigned(bytes.get()), block(variableLength()), eventTick);
            case SYSTEM_EXCLUSIVE, ESCAPE -> block(variableLength());
            case TIME_CODE, SONG_SELECT -> block(1);
            case SONG_POSITION -> block(2);
            default -> {} // Real-time messages, which have no place in a file, are one byte long.
        }
    }

    private void meta(int type, ByteBuffer data, long eventTick) {
        if (type == Tempo.TYPE && data.remaining() == Tempo.BYTES) {
            int microseconds = unsigned(data.get()) << 16 | unsigned(data.get()) << 8 | unsigned(data.get());
            addTempo(microseconds, eventTick);
        } else if (type == END_OF_TRACK) {
            ended = true;
        }
    }

    private void addTempo(int microseconds, long eventTick) {
        // A beat that takes no time is no tempo.
        if (microseconds > 0) {
            track.add(new MidiEvent(Tempo.message(microseconds), eventTick));
        }
    }

    private void count(ShortMessage message) {
        int note = message.getChannel() * PITCHES + message.getData1();
        if (NoteMatcher.startsNote(message)) {
            sounding[note]++;
        } else if (NoteMatcher.endsNote(message) && sounding[note] > 0) {
            sounding[note]--;
        }
    }

    private void release() {
        try {
            for (int note = 0; note < sounding.length; note++) {
                for (int i = 0; i < sounding[note]; i++) {
                    int channel = note / PITCHES;
                    var message = new ShortMessage(ShortMessage.NOTE_OFF, channel, note % PITCHES, 0);
                    track.add(new MidiEvent(message, tick));
                }
            }
            track.add(new MidiEvent(new MetaMessage(END_OF_TRACK, new byte[0], 0), tick));
        } catch (InvalidMidiDataException e) {
            throw new AssertionError("every number here is a valid one", e);
        }
    }

    private ByteBuffer block(int length) {
        if (length > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer block = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        return block;
    }

    /** A number in groups of seven bits, at most four. */
    private int variableLength() throws InvalidMidiDataException {
        int value = 0;
        for (int i = 0; i < MAX_LENGTH_BYTES; i++) {
            byte next = bytes.get();
            value = value << 7 | next & 0x7f;
            if (next >= 0) {
                return value;
            }
        }
        throw new InvalidMidiDataException("a number of more than four bytes");
    }

    /** Some programs write volumes above the greatest there is. */
    private int data() {
        return Math.min(unsigned(bytes.get()), MAX_DATA);
    }

    private static int unsigned(byte value) {
        return value & 0xff;
    }
}
