package io.timbre.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What one process prints: to {@code <name>.log} as it is, {@linkplain LogLine readable} to a listener, and its last
 * lines kept for when it dies.
 */
final class PartLog implements AutoCloseable {
    private static final int KEPT = 12;

    private static final long LONGEST_FILE = 50_000_000;

    private final Path path;
    private final long longest;
    private final Consumer<String> listener;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private PrintStream file;
    private long written;

    private PartLog(Path path, long longest, Consumer<String> listener) throws IOException {
        this.path = path;
        this.longest = longest;
        this.listener = listener;
        this.file = startFile(path);
    }

    /** Starts an empty file; that of the run before stays beside it as {@code <name>.log.1}. */
    static PartLog open(Path folder, String name, Consumer<String> listener) throws IOException {
        return open(folder, name, LONGEST_FILE, listener);
    }

    /**
     * @param longest characters after which another file is begun, and this one kept as {@code <name>.log.1}
     */
    static PartLog open(Path folder, String name, long longest, Consumer<String> listener) throws IOException {
        Files.createDirectories(folder);
        return new PartLog(folder.resolve(name + ".log"), longest, listener);
    }

    private static PrintStream startFile(Path path) throws IOException {
        if (Files.exists(path)) {
            Files.move(path, path.resolveSibling(path.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return new PrintStream(path.toFile());
    }

    synchronized void add(String line) {
        if (written >= longest) {
            beginAnotherFile();
        }
        file.println(line);
        written += line.length() + 1;
        if (lastLines.size() == KEPT) {
            lastLines.removeFirst();
        }
        var readable = LogLine.readable(line);
        lastLines.addLast(readable);
        listener.accept(readable);
    }

    /** For whoever must know why the process died. */
    synchronized String lastWords() {
        return "Its last lines (all are in " + path + "):\n"
                + lastLines.stream().map(line -> "    " + line).collect(Collectors.joining("\n"));
    }

    private void beginAnotherFile() {
        written = 0;
        try {
            var next = startFile(path);
            file.close();
            file = next;
        } catch (IOException cannot) {
            // A log that grows is better than a process that blocks because nobody takes what it prints.
        }
    }

    @Override
    public synchronized void close() {
        file.close();
    }
}
