package io.timbre.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * The store of bytes too large for Kafka: a folder. Records point into it by {@code object:<key>}, never by a path of
 * some machine, so the folder can move and a record cannot lead outside it.
 *
 * <p>An object appears whole or not at all: it is staged in the same folder, forced to disk, then renamed.
 */
public final class ObjectStore {
    private static final String SCHEME = "object:";

    private final Path root;
    private final Path incoming;

    private ObjectStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
        this.incoming = this.root.resolve("incoming");
    }

    /**
     * The store at a folder, made where there is none: for whoever writes.
     *
     * @throws UncheckedIOException if the folder cannot be made
     */
    public static ObjectStore create(Path root) {
        var store = at(root);
        try {
            Files.createDirectories(store.incoming);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the object store at " + store.root, e);
        }
        return store;
    }

    /** The store at a folder that somebody else makes: until then nothing can be read from it nor written to it. */
    public static ObjectStore at(Path root) {
        return new ObjectStore(root);
    }

    /** Removes what uploads that came to no end have left, once nothing was added to it for so long. */
    public void removeAbandoned(Duration age) throws IOException {
        var oldest = Instant.now().minus(age);
        try (Stream<Path> staged = Files.list(incoming)) {
            for (var file : staged.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /**
     * The file behind a URI.
     *
     * @throws RejectedException if the URI is not one of this store's, or nothing lies there
     * @throws UncheckedIOException if the store itself cannot be read, which says nothing about the object
     */
    public Path require(String uri) {
        var object = resolveOrReject(uri);
        try {
            if (!Files.readAttributes(object, BasicFileAttributes.class).isRegularFile()) {
                throw new RejectedException(Reason.MALFORMED_RECORD, "no object lies at " + uri + " but a folder");
            }
            return object;
        } catch (NoSuchFileException e) {
            if (!Files.isDirectory(incoming)) {
                throw new UncheckedIOException("there is no object store at " + root, e);
            }
            throw new RejectedException(Reason.MISSING_OBJECT, "nothing lies at " + uri, e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the object store at " + root, e);
        }
    }

    /**
     * The bytes behind a URI.
     *
     * @param sha256 that they must have, 64 hexadecimal digits
     * @throws RejectedException as {@link #require}, or if other bytes lie there
     * @throws UncheckedIOException if the store cannot be read, which says nothing about the object
     */
    public byte[] read(String uri, String sha256) {
        var object = require(uri);
        try {
            var bytes = Files.readAllBytes(object);
            var digest = TrackIds.sha256();
            digest.update(bytes);
            var found = TrackIds.of(digest);
            if (!found.equals(sha256)) {
                throw new RejectedException(
                        Reason.DAMAGED_OBJECT, "SHA-256 of " + uri + " must be " + sha256 + ": was " + found);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + uri, e);
        }
    }

    private Path resolveOrReject(String uri) {
        try {
            return resolve(uri);
        } catch (IllegalArgumentException e) {
            throw new RejectedException(Reason.MALFORMED_RECORD, String.valueOf(e.getMessage()), e);
        }
    }

    /** An empty file of its own for bytes on their way in. */
    public Path stage() throws IOException {
        return Files.createTempFile(incoming, "upload-", ".part");
    }

    /**
     * Makes staged bytes the audio of a track, durably. Storing the same track twice leaves one object.
     *
     * @return the object's URI
     */
    public String storeAudio(Path staged, String trackId) throws IOException {
        return store(staged, SCHEME + "audio/" + trackId.substring(0, 2) + "/" + trackId);
    }

    /**
     * Stores bytes, durably, in the place of what lay there before.
     *
     * @throws IllegalArgumentException as {@link #resolve}
     */
    public void store(String uri, byte[] bytes) throws IOException {
        resolve(uri);
        store(Files.write(stage(), bytes), uri);
    }

    private String store(Path staged, String uri) throws IOException {
        var object = resolve(uri);
        var folder = Files.createDirectories(object.resolveSibling(""));
        force(staged);
        Files.move(staged, object, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(folder);
        return uri;
    }

    /**
     * The file behind a URI; it need not exist.
     *
     * @throws IllegalArgumentException if the URI is not one of this store's, or leads outside it
     */
    public Path resolve(String uri) {
        if (!uri.startsWith(SCHEME)) {
            throw new IllegalArgumentException("object URI must start with " + SCHEME + ": was " + uri);
        }
        var object = root.resolve(uri.substring(SCHEME.length())).normalize();
        if (!object.startsWith(root) || object.equals(root)) {
            throw new IllegalArgumentException("object URI must stay inside the store: was " + uri);
        }
        return object;
    }

    /** A file's bytes, or a folder's names, are on disk when this returns. */
    private static void force(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
