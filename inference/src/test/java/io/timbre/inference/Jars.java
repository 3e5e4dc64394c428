package io.timbre.inference;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Jars of this test's own class path. */
final class Jars {
    private Jars() {}

    /** Those whose file names begin with the engine's. */
    static List<Path> of(String engine) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(jar -> jar.getFileName().toString().startsWith(engine + "-"))
                .toList();
    }
}
