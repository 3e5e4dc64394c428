package io.timbre.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

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

    /** @throws UncheckedIOException if the folder cannot be made */
    public static ObjectStore at(Path root) {
        var store = new ObjectStore(root);
        try {
            Files.createDirectories(store.incoming);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the object store at " + store.root, e);
        }
        return store;
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
        var shard = "audio/" + trackId.substring(0, 2);
        var folder = Files.createDirectories(root.resolve(shard));
        force(staged);
        Files.move(
                staged, folder.resolve(trackId), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(folder);
        return SCHEME + shard + "/" + trackId;
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
