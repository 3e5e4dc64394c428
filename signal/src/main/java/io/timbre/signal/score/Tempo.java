package io.timbre.signal.score;

import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;

/** The meta message that sets how long a beat, a quarter note, lasts: three bytes of microseconds. */
final class Tempo {
    static final int TYPE = 0x51;
    static final int BYTES = 3;
    /** 120 beats a minute, where a file says nothing. */
    static final int DEFAULT_MICROSECONDS = 500_000;

    private Tempo() {}

    static boolean isTempo(MetaMessage message) {
        return message.getType() == TYPE && message.getData().length == BYTES;
    }

    static int microseconds(MetaMessage message) {
        byte[] data = message.getData();
        return ((data[0] & 0xff) << 16) | ((data[1] & 0xff) << 8) | (data[2] & 0xff);
    }

    static MetaMessage message(int microseconds) {
        byte[] data = {(byte) (microseconds >> 16), (byte) (microseconds >> 8), (byte) microseconds};
        try {
            return new MetaMessage(TYPE, data, BYTES);
        } catch (InvalidMidiDataException e) {
            throw new AssertionError("a tempo is a valid message", e);
        }
    }
}
