package io.timbre.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder where everything that a chain must not forget lies. One chain at a time: a lock file says so, and the
 * kernel frees it however its holder ends. The same file marks a folder as ours: a folder that holds anything else and
 * no such file is somebody else's, and is left as it is.
 */
final class DataDirectory implements AutoCloseable {
    private static final String LOCK = "timbre.lock";
    private static final List<String> OURS = List.of("broker", "registry", "objects", "state", "logs");

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Opens the folder for one chain, creating it if needed; {@code fresh} first deletes what earlier chains left.
     *
     * @throws CommandFailedException if the folder is another chain's at the moment, or somebody else's
     */
    static DataDirectory open(Path directory, boolean fresh) throws IOException {
        var path = directory.toAbsolutePath().normalize();
        requireOurs(path);
        Files.createDirectories(path);
        var opened = new DataDirectory(path, lock(path));
        if (fresh) {
            opened.clear();
        }
        return opened;
    }

    Path broker() {
        return path.resolve("broker");
    }

    Path registry() {
        return path.resolve("registry");
    }

    Path objects() {
        return path.resolve("objects");
    }

    Path logs() {
        return path.resolve("logs");
    }

    Path stateOf(Service service) {
        return path.resolve("state").resolve(service.label());
    }

    /** What training runs go on from after a kill. */
    Path training() {
        return path.resolve("training");
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static FileChannel lock(Path path) throws IOException {
        var channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!tryLock(channel)) {
            channel.close();
            throw new CommandFailedException("another `timbre up` uses " + path
                    + ". Stop that one, or give this one a folder of its own: --data-dir");
        }
        return channel;
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ownJvm) {
            return false;
        }
    }

    private static void requireOurs(Path path) throws IOException {
        if (Files.isDirectory(path) && !Files.exists(path.resolve(LOCK)) && !isEmpty(path)) {
            throw new CommandFailedException(path + " holds other things, and no chain has run there (it has no " + LOCK
                    + "). Name an empty folder, or one that is not there yet: --data-dir");
        }
    }

    private static boolean isEmpty(Path path) throws IOException {
        try (var entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }

    private void clear() throws IOException {
        for (var name : OURS) {
            deleteTree(path.resolve(name));
        }
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            for (var entry : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
