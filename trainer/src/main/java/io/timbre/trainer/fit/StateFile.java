package io.timbre.trainer.fit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * The file that a fit leaves after each epoch, to be taken up again. It is written beside the one before it and then takes
 * its place in one go, so a kill at any time leaves a whole one.
 *
 * <p>Big-endian: a CRC-32 of the rest, a word that names the format, the origin's names and values, the {@link FitState}.
 */
final class StateFile {

    /** To be raised with the layout, and when the same settings come to give other weights. */
    private static final String FORMAT = "timbre-fit-1";

    private static final String NAME = "fit.state";

    private final Path folder;
    private final Map<String, String> origin;

    /**
     * The state in a folder.
     *
     * @param origin what a fit is of, by name: a state of anything else is refused
     */
    StateFile(Path folder, Map<String, String> origin) {
        this.folder = folder;
        this.origin = new TreeMap<>(origin);
    }

    /** Writes through to the disk; makes the folder if need be. */
    void write(FitState state) {
        var beside = folder.resolve(NAME + ".new");
        try {
            Files.createDirectories(folder);
            try (var channel = FileChannel.open(
                    beside,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                var content = content(state);
                while (content.hasRemaining()) {
                    channel.write(content);
                }
                channel.force(true);
            }
            Files.move(beside, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ByteBuffer content(FitState state) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeLong(0); // the check sum's place
        out.writeUTF(FORMAT);
        out.writeInt(origin.size());
        for (var entry : origin.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeUTF(entry.getValue());
        }
        state.write(out);
        var content = ByteBuffer.wrap(bytes.toByteArray());
        content.putLong(0, checkSum(content.slice(Long.BYTES, content.capacity() - Long.BYTES)));
        return content;
    }

    private static long checkSum(ByteBuffer bytes) {
        var sum = new CRC32();
        sum.update(bytes);
        return sum.getValue();
    }

    /**
     * Reads the state, if there is one.
     *
     * @throws IllegalArgumentException if it is damaged, or of another origin
     */
    Optional<FitState> read() {
        var file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(file, Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FitState parse(Path file, byte[] content) throws IOException {
        if (content.length < Long.BYTES
                || ByteBuffer.wrap(content).getLong()
                        != checkSum(ByteBuffer.wrap(content, Long.BYTES, content.length - Long.BYTES))) {
            throw new IllegalArgumentException(file + " is damaged: remove it to begin anew");
        }
        var in = new DataInputStream(new ByteArrayInputStream(content, Long.BYTES, content.length - Long.BYTES));
        requireSame(file, "format", FORMAT, in.readUTF());
        var found = new TreeMap<String, String>();
        for (int left = in.readInt(); left > 0; left--) {
            found.put(in.readUTF(), in.readUTF());
        }
        var names = new TreeSet<>(origin.keySet());
        names.addAll(found.keySet());
        for (var name : names) {
            requireSame(file, name, origin.getOrDefault(name, "unknown"), found.getOrDefault(name, "unknown"));
        }
        return FitState.read(in);
    }

    private static void requireSame(Path file, String name, String wanted, String found) {
        if (!found.equals(wanted)) {
            throw new IllegalArgumentException(file + " is the state of another fit: its " + name + " is " + found
                    + ", not " + wanted + "; remove it, or take another folder");
        }
    }
}
