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
import java.util.Optional;

/** A store in a folder. An object is staged in the same folder, forced to disk, then renamed. */
public final class FolderStore implements ObjectStore {
    private final Path root;
    private final Path incoming;

    private FolderStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
        this.incoming = this.root.resolve("incoming");
    }

    static FolderStore create(Path root) {
        var store = at(root);
        try {
            Files.createDirectories(store.incoming);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the object store at " + store.root, e);
        }
        return store;
    }

    static FolderStore at(Path root) {
        return new FolderStore(root);
    }

    @Override
    public void removeAbandoned(Duration age) throws IOException {
        Abandoned.remove(incoming, age);
    }

    @Override
    public Path require(String uri) {
        var object = root.resolve(ObjectUri.keyOrReject(uri));
        try {
            if (!Files.readAttributes(object, BasicFileAttributes.class).isRegularFile()) {
                throw new RejectedException(Reason.MALFORMED_RECORD, "no object lies at " + uri + " but a folder");
            }
            return object;
        } catch (NoSuchFileException e) {
            requireStore(e);
            throw new RejectedException(Reason.MISSING_OBJECT, "nothing lies at " + uri, e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the object store at " + root, e);
        }
    }

    private void requireStore(NoSuchFileException absent) {
        if (!Files.isDirectory(incoming)) {
            throw new UncheckedIOException("there is no object store at " + root, absent);
        }
    }

    @Override
    public Optional<byte[]> find(String uri) {
        try {
            return Optional.of(Files.readAllBytes(resolve(uri)));
        } catch (NoSuchFileException e) {
            requireStore(e);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + uri, e);
        }
    }

    @Override
    public byte[] read(String uri, String sha256) {
        var object = require(uri);
        try {
            return ObjectUri.requireHash(uri, Files.readAllBytes(object), sha256);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + uri, e);
        }
    }

    @Override
    public Path stage() throws IOException {
        return Files.createTempFile(incoming, "upload-", ".part");
    }

    @Override
    public String storeAudio(Path staged, String trackId) throws IOException {
        return store(staged, ObjectUri.ofAudio(trackId));
    }

    @Override
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

    @Override
    public void delete(String uri) throws IOException {
        Files.deleteIfExists(resolve(uri));
    }

    /**
     * The file behind a URI; it need not exist.
     *
     * @throws IllegalArgumentException if the URI is not one of this store's, or leads outside it
     */
    public Path resolve(String uri) {
        return root.resolve(ObjectUri.key(uri));
    }

    /** A file's bytes, or a folder's names, are on disk when this returns. */
    private static void force(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
