package io.timbre.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files a command line names: each file as it stands, each folder with all that lies below it. */
final class InputFiles {
    private InputFiles() {}

    /**
     * Sorted within each folder; hidden files and folders are left out.
     *
     * @throws CommandFailedException if a path does not exist, or there is no file at all
     */
    static List<Path> below(List<Path> paths) throws IOException {
        var files = new ArrayList<Path>();
        for (var path : paths) {
            if (!Files.exists(path)) {
                throw new CommandFailedException("no such file or folder: " + path);
            }
            try (Stream<Path> found = Files.walk(path)) {
                found.filter(Files::isRegularFile)
                        .filter(file -> !isHidden(path.relativize(file)))
                        .sorted()
                        .forEach(files::add);
            }
        }
        if (files.isEmpty()) {
            throw new CommandFailedException("no files in " + paths);
        }
        return files;
    }

    private static boolean isHidden(Path relative) {
        for (var name : relative) {
            if (name.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }
}
