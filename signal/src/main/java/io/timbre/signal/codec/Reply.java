package io.timbre.signal.codec;

import io.timbre.signal.SampleSink;
import io.timbre.signal.codec.UndecodableException.Fault;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/** What a decoder's process says at the end of a file, after its {@linkplain SamplePipe samples}. */
sealed interface Reply {
    /** Decodes the file into the sink and says what came of it. */
    static Reply of(Decoder decoder, Path file, int sampleRateHz, SampleSink sink) {
        try {
            return new Sound(decoder.decode(file, sampleRateHz, sink));
        } catch (UndecodableException e) {
            return new Refusal(e.fault(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Takes a reply.
     *
     * @param kind its first byte
     * @throws IOException if what comes is no reply, or none comes
     */
    static Reply read(int kind, DataInputStream in) throws IOException {
        return switch (kind) {
            case Sound.KIND -> new Sound(new DecodedTrack(in.readDouble(), in.readUTF(), in.readInt(), in.readInt()));
            case Refusal.KIND -> new Refusal(fault(in.readUTF()), in.readUTF());
            case Unreadable.KIND -> new Unreadable(in.readUTF());
            default -> throw new IOException("no reply: " + kind);
        };
    }

    private static Fault fault(String name) throws IOException {
        try {
            return Fault.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new IOException("no fault: " + name, e);
        }
    }

    void write(DataOutputStream out) throws IOException;

    /** What the decoder would have done had it been called here. */
    DecodedTrack orThrow() throws IOException, UndecodableException;

    /** The samples have passed. */
    record Sound(DecodedTrack track) implements Reply {
        private static final int KIND = 3;

        @Override
        public void write(DataOutputStream out) throws IOException {
            out.writeByte(KIND);
            out.writeDouble(track.durationSeconds());
            out.writeUTF(track.codec());
            out.writeInt(track.sourceSampleRateHz());
            out.writeInt(track.sourceChannels());
        }

        @Override
        public DecodedTrack orThrow() {
            return track;
        }
    }

    /** The file can never be decoded. */
    record Refusal(Fault fault, String detail) implements Reply {
        private static final int KIND = 4;

        @Override
        public void write(DataOutputStream out) throws IOException {
            out.writeByte(KIND);
            out.writeUTF(fault.name());
            out.writeUTF(detail);
        }

        @Override
        public DecodedTrack orThrow() throws UndecodableException {
            throw new UndecodableException(fault, detail);
        }
    }

    /** The file could not be read. */
    record Unreadable(String detail) implements Reply {
        private static final int KIND = 5;

        @Override
        public void write(DataOutputStream out) throws IOException {
            out.writeByte(KIND);
            out.writeUTF(detail);
        }

        @Override
        public DecodedTrack orThrow() throws IOException {
            throw new IOException(detail);
        }
    }
}
