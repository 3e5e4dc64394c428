package io.timbre.trainer.learning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a run leaves on this machine to be gone on with after a kill: where its snapshot ends, and the state of its fit. A
 * run that goes on elsewhere begins anew there.
 *
 * @param all where runs have their folders
 * @param own of this run
 */
record RunFolder(Path all, Path own) {
    private static final String OFFSETS = "offsets";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}");

    /** Whether a run may have this name on every file system. */
    static boolean isName(String runId) {
        return NAME.matcher(runId).matches();
    }

    /** @throws IllegalArgumentException if the run's name is no name of a folder */
    static RunFolder of(Path all, String runId) {
        var own = all.resolve(runId).normalize();
        if (!all.normalize().equals(own.getParent())) {
            throw new IllegalArgumentException("a run must have the name of a folder: was " + runId);
        }
        return new RunFolder(all, own);
    }

    /** Where the snapshot of the run ends that was begun here; nothing of other runs is kept. */
    Optional<List<Long>> offsets() {
        try {
            removeOthers();
            var file = own.resolve(OFFSETS);
            return Files.exists(file) ? Optional.of(parse(Files.readString(file))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + own, e);
        }
    }

    private static List<Long> parse(String offsets) {
        return offsets.isBlank()
                ? List.of()
                : Arrays.stream(offsets.strip().split(" ")).map(Long::valueOf).toList();
    }

    void begin(List<Long> offsets) {
        try {
            Files.createDirectories(own);
            var beside = own.resolve(OFFSETS + ".new");
            Files.writeString(beside, offsets.stream().map(String::valueOf).collect(Collectors.joining(" ")));
            Files.move(beside, own.resolve(OFFSETS), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + own, e);
        }
    }

    Path fit() {
        return own.resolve("fit");
    }

    private void removeOthers() throws IOException {
        if (Files.isDirectory(all)) {
            try (var folders = Files.list(all)) {
                for (var folder : folders.filter(other -> !other.equals(own)).toList()) {
                    remove(folder);
                }
            }
        }
    }

    /** The run begins anew, or is over. */
    void remove() {
        try {
            if (Files.exists(own)) {
                remove(own);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + own, e);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
