package io.timbre.k8s;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** What {@code kubectl kustomize} makes of a folder: the very resources that {@code kubectl apply -k} would send. */
record Manifests(List<HasMetadata> resources) {
    static final Path HOME = Path.of(System.getProperty("timbre.home"));
    static final Path FOLDER = HOME.resolve("k8s");
    static final String NAME = "app.kubernetes.io/name";
    static final String COMPONENT = "app.kubernetes.io/component";

    private static final Pattern KUSTOMIZE = Pattern.compile("Kustomize Version: v([0-9]+)\\..*");

    static Manifests of(String kustomization) {
        return new Manifests(StrictYaml.readAll(render(kustomization)));
    }

    <R extends HasMetadata> Stream<R> all(Class<R> kind) {
        return resources.stream().filter(kind::isInstance).map(kind::cast);
    }

    <R extends HasMetadata> R one(Class<R> kind, String name) {
        return all(kind)
                .filter(resource -> resource.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind.getSimpleName() + " " + name));
    }

    <R extends HasMetadata> List<String> names(Class<R> kind) {
        return all(kind).map(resource -> resource.getMetadata().getName()).toList();
    }

    /** By the name of what they are pods of. */
    Map<String, PodTemplateSpec> pods() {
        return Stream.concat(all(Deployment.class), all(StatefulSet.class))
                .collect(Collectors.toMap(owner -> owner.getMetadata().getName(), Manifests::template));
    }

    /** The pods of Timbre's own services, by service. */
    Map<String, PodTemplateSpec> services() {
        return pods().entrySet().stream()
                .filter(pod -> "service"
                        .equals(pod.getValue().getMetadata().getLabels().get(COMPONENT)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static Container container(PodTemplateSpec pod) {
        return pod.getSpec().getContainers().getFirst();
    }

    private static PodTemplateSpec template(HasMetadata owner) {
        return owner instanceof Deployment deployment
                ? deployment.getSpec().getTemplate()
                : ((StatefulSet) owner).getSpec().getTemplate();
    }

    private static String render(String kustomization) {
        Assumptions.assumeTrue(hasKubectl(), "kubectl is not on the PATH, so no manifest is rendered");
        var version = kubectl("version", "--client");
        Assumptions.assumeTrue(
                hasKustomize(version),
                "no manifest is rendered: that takes kubectl 1.27 or later, and here is " + version);
        return kubectl("kustomize", kustomization);
    }

    /** Which kubectl before 1.24 has is not said, and is too old. */
    static boolean hasKustomize(String version) {
        return version.lines()
                .map(KUSTOMIZE::matcher)
                .filter(Matcher::matches)
                .anyMatch(line -> Integer.parseInt(line.group(1)) >= 5);
    }

    private static String kubectl(String... arguments) {
        try {
            var error = Files.createTempFile("kubectl", ".err");
            var kubectl = new ProcessBuilder(Stream.concat(Stream.of("kubectl"), Stream.of(arguments))
                            .toList())
                    .directory(FOLDER.toFile())
                    .redirectError(error.toFile())
                    .start();
            var said = new String(kubectl.getInputStream().readAllBytes(), UTF_8);
            if (kubectl.waitFor() != 0) {
                throw new AssertionError(
                        "kubectl " + String.join(" ", arguments) + " failed: " + Files.readString(error));
            }
            Files.delete(error);
            return said;
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
