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

    private final PrintStream file;
    private final Path path;
    private final Consumer<String> listener;
    private final Deque<String> lastLines = new ArrayDeque<>();

    private PartLog(Path path, Consumer<String> listener) throws IOException {
        this.file = new PrintStream(path.toFile());
        this.path = path;
        this.listener = listener;
    }

    /** Starts an empty file; that of the run before stays beside it as {@code <name>.log.1}. */
    static PartLog open(Path folder, String name, Consumer<String> listener) throws IOException {
        Files.createDirectories(folder);
        var path = folder.resolve(name + ".log");
        if (Files.exists(path)) {
            Files.move(path, folder.resolve(name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return new PartLog(path, listener);
    }

    synchronized void add(String line) {
        file.println(line);
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

    @Override
    public void close() {
        file.close();
    }
}
