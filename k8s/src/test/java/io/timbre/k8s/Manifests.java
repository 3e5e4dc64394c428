package io.timbre.k8s;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** What {@code kubectl kustomize} makes of a folder: the very resources that {@code kubectl apply -k} would send. */
record Manifests(List<HasMetadata> resources) {
    static final Path FOLDER = Path.of(System.getProperty("timbre.home"), "k8s");

    static Manifests of(String kustomization) {
        return new Manifests(StrictYaml.readAll(render(kustomization)));
    }

    <R extends HasMetadata> Stream<R> all(Class<R> kind) {
        return resources.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static String render(String kustomization) {
        Assumptions.assumeTrue(hasKubectl(), "kubectl is not on the PATH, so no manifest is rendered");
        try {
            var error = Files.createTempFile("kustomize", ".err");
            var kubectl = new ProcessBuilder("kubectl", "kustomize", kustomization)
                    .directory(FOLDER.toFile())
                    .redirectError(error.toFile())
                    .start();
            var yaml = new String(kubectl.getInputStream().readAllBytes(), UTF_8);
            if (kubectl.waitFor() != 0) {
                throw new AssertionError("kubectl kustomize " + kustomization + " failed: " + Files.readString(error));
            }
            Files.delete(error);
            return yaml;
        } catch (IOException e) {
            throw new AssertionError("kubectl cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while kubectl ran", e);
        }
    }

    private static boolean hasKubectl() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "kubectl"))
                .anyMatch(Files::isExecutable);
    }
}
