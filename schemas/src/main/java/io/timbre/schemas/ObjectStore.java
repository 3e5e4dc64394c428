package io.timbre.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The store of bytes too large for Kafka: a folder, or a bucket of S3. Records point into it by {@code object:<key>}, never
 * by a path of some machine nor by the name of a bucket, so that the store can move and a record cannot lead outside it.
 *
 * <p>An object appears whole or not at all, and is durable once it was stored.
 */
public interface ObjectStore {

    /**
     * The store at a folder, made where there is none: for whoever writes.
     *
     * @throws UncheckedIOException if the folder cannot be made
     */
    static FolderStore create(Path root) {
        return FolderStore.create(root);
    }

    /** The store at a folder that somebody else makes: until then nothing can be read from it nor written to it. */
    static FolderStore at(Path root) {
        return FolderStore.at(root);
    }

    /**
     * A file with the bytes behind a URI, to be read soon: the object itself, or a copy that may be gone later.
     *
     * @throws RejectedException if the URI is not one of this store's, or nothing lies there
     * @throws UncheckedIOException if the store itself cannot be read, which says nothing about the object
     */
    Path require(String uri);

    /**
     * The bytes behind a URI, nothing if nothing lies there.
     *
     * @throws IllegalArgumentException if the URI is not one of this store's, or leads outside it
     * @throws UncheckedIOException if the store cannot be read, which says nothing about the object
     */
    Optional<byte[]> find(String uri);

    /**
     * The bytes behind a URI.
     *
     * @param sha256 that they must have, 64 hexadecimal digits
     * @throws RejectedException as {@link #require}, or if other bytes lie there
     * @throws UncheckedIOException if the store cannot be read, which says nothing about the object
     */
    byte[] read(String uri, String sha256);

    /** An empty file of its own for bytes on their way in. */
    Path stage() throws IOException;

    /**
     * Makes staged bytes the audio of a track, durably; the staged file is gone afterwards. Storing the same track twice
     * leaves one object.
     *
     * @return the object's URI
     */
    String storeAudio(Path staged, String trackId) throws IOException;

    /**
     * Stores bytes, durably, in the place of what lay there before.
     *
     * @throws IllegalArgumentException if the URI is not one of this store's, or leads outside it
     */
    void store(String uri, byte[] bytes) throws IOException;

    /** Lets nothing lie at a URI. */
    void delete(String uri) throws IOException;

    /** Removes what uploads that came to no end have left on this machine, once nothing was added to it for so long. */
    void removeAbandoned(Duration age) throws IOException;
}
