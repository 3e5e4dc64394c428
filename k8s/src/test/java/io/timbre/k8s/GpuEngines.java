package io.timbre.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The GPU overlay with each of the engines that its one setting may name. */
final class GpuEngines {
    private static final Path OVERLAY = Manifests.FOLDER.resolve("overlays/gpu");

    private GpuEngines() {}

    static List<String> all() {
        try (Stream<Path> engines = Files.list(OVERLAY.resolve("engines"))) {
            return engines.map(engine -> engine.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As somebody has it who took the mark of a comment from one line and put it before the others. */
    static Manifests with(String engine) {
        try {
            var copy = Manifests.FOLDER.resolve("target/gpu-" + engine);
            copyTo(copy);
            var kustomization = copy.resolve("kustomization.yaml");
            var text = Files.readString(kustomization)
                    .replaceAll("(?m)^  (# )?- engines/", "  # - engines/")
                    .replace("# - engines/" + engine + "\n", "- engines/" + engine + "\n");
            Files.writeString(kustomization, text);
            return Manifests.of("target/gpu-" + engine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copyTo(Path copy) throws IOException {
        try (Stream<Path> files = Files.walk(OVERLAY)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = copy.resolve(OVERLAY.relativize(file));
                Files.createDirectories(target.getParent());
                Files.writeString(target, Files.readString(file));
            }
        }
    }
}
