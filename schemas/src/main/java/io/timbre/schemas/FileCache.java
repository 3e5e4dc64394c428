package io.timbre.schemas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Copies in a folder of this machine, together no larger than a limit but for the one that was asked for last: whatever
 * was not asked for longest goes. A file that somebody has open stays readable to them.
 */
final class FileCache {
    private final Path folder;
    private final long limitBytes;

    FileCache(Path folder, long limitBytes) {
        this.folder = folder;
        this.limitBytes = limitBytes;
    }

    /** Writes a copy to a file that does not exist. */
    @FunctionalInterface
    interface Source {
        void copyTo(Path target) throws IOException;
    }

    /** The file of this name, fetched where there is none; it appears whole or not at all. */
    Path file(String name, Source source) throws IOException {
        var file = folder.resolve(name);
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return file;
        } catch (NoSuchFileException absent) {
            fetch(file, source);
            makeRoom(file);
            return file;
        }
    }

    private void fetch(Path file, Source source) throws IOException {
        Files.createDirectories(folder);
        var part = Files.createTempFile(folder, "fetch-", ".part");
        try {
            Files.delete(part);
            source.copyTo(part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** A file and what was known of it when the folder was listed. */
    private record Copy(Path file, long bytes, FileTime asked) {}

    private synchronized void makeRoom(Path kept) throws IOException {
        var copies = copies();
        long bytes = copies.stream().mapToLong(Copy::bytes).sum();
        for (var copy : copies) {
            if (bytes <= limitBytes) {
                return;
            }
            if (!copy.file().equals(kept)) {
                Files.deleteIfExists(copy.file());
                bytes -= copy.bytes();
            }
        }
    }

    /** The one that was not asked for longest comes first. */
    private List<Copy> copies() throws IOException {
        var copies = new ArrayList<Copy>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                try {
                    copies.add(new Copy(file, Files.size(file), Files.getLastModifiedTime(file)));
                } catch (NoSuchFileException gone) {
                    // Another process of this machine has made room meanwhile.
                }
            }
        }
        copies.sort(Comparator.comparing(Copy::asked));
        return copies;
    }
}
