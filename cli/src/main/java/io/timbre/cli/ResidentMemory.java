package io.timbre.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** How much of a process lies in memory, where the kernel tells: Linux' {@code /proc}. */
final class ResidentMemory {
    private ResidentMemory() {}

    /** In bytes. Counts pages shared with other processes, such as those of a mapped cache. */
    static OptionalLong of(long pid) {
        return read(pid, "VmRSS:");
    }

    /** The most of it that there has been, in bytes. */
    static OptionalLong peakOf(long pid) {
        return read(pid, "VmHWM:");
    }

    private static OptionalLong read(long pid, String field) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException unknown) {
            return OptionalLong.empty();
        }
    }
}
