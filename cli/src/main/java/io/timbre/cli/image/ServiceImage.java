package io.timbre.cli.image;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;

/**
 * One service as an image. The same files give the same image, bit for bit.
 *
 * <pre>
 * /usr/lib/java   a Java, where the base has none
 * /app/lib        what others wrote; changes with a version
 * /app/engine     another engine than MXNet
 * /app            what we wrote, and what Quarkus made of it
 * </pre>
 *
 * <p>Runs as {@value #USER} and writes below {@code /tmp} and the working directory {@code /data} only.
 *
 * @param name of the service
 * @param app folder that Quarkus' build left
 * @param engine folder of the variant's jars; empty for none
 * @param java home of a Java for a base that has none
 * @param options of the JVM
 * @param port that it listens on
 */
public record ServiceImage(
        String name, Path app, List<Path> engine, Path java, List<String> options, Variant variant, int port) {
    static final String USER = "1001:1001";
    private static final String HOME = "/app/";
    private static final String JAVA_HOME = "/usr/lib/java/";
    private static final String MAIN = "io.quarkus.bootstrap.runner.AotQuarkusEntryPoint";
    private static final String OURS = "io.timbre.";
    private static final FilePermissions PROGRAM = FilePermissions.fromOctalString("755");
    private static final FilePermissions DATA = FilePermissions.fromOctalString("644");

    /** What was built. */
    public record Built(String tag, Path tar, String digest) {}

    /** As manifests name it: {@code timbre/inference:0.1.0-onnxruntime}. */
    public String tag(String version) {
        return "timbre/" + name + ":" + version + variant.suffix();
    }

    /**
     * Builds the image as a tar file that {@code docker load} and its like take.
     *
     * @param cache folder for layers of the base
     * @throws IOException if the base cannot be read or pulled
     */
    public Built build(Base base, String version, Path folder, Path cache) throws IOException, InterruptedException {
        var tag = tag(version);
        var tar = Files.createDirectories(folder).resolve(tag.replace('/', '-').replace(':', '-') + ".tar");
        var image = base.begin()
                .setFileEntriesLayers(layers(base))
                .setEntrypoint(entryPoint(base))
                .setEnvironment(environment())
                .setWorkingDirectory(AbsoluteUnixPath.get("/data"))
                .setUser(USER)
                .addExposedPort(Port.tcp(port));
        try {
            var built = image.containerize(Containerizer.to(TarImage.at(tar).named(ImageReference.parse(tag)))
                    .setToolName("timbre")
                    .setBaseImageLayersCache(cache.resolve("base"))
                    .setApplicationLayersCache(cache.resolve("layers")));
            return new Built(tag, tar, built.getDigest().toString());
        } catch (ExecutionException | RegistryException | CacheDirectoryCreationException failure) {
            throw new IOException(String.valueOf(failure.getMessage()), failure);
        } catch (InvalidImageReferenceException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<String> entryPoint(Base base) {
        var line = new ArrayList<String>();
        line.add(base.hasJava() ? "java" : JAVA_HOME + "bin/java");
        line.addAll(options);
        line.addAll(List.of("-cp", HOME + "quarkus-run.jar:" + HOME + "engine/*", MAIN));
        return line;
    }

    private Map<String, String> environment() {
        return Map.of(
                // In a pod, others ask: the probes at least.
                "QUARKUS_HTTP_HOST", "0.0.0.0",
                "TIMBRE_ENGINE", variant.engine(),
                "DJL_OFFLINE", "true",
                "DJL_CACHE_DIR", "/tmp/djl",
                "OMP_WAIT_POLICY", "PASSIVE");
    }

    /** What changes seldom first. */
    private List<FileEntriesLayer> layers(Base base) throws IOException {
        var layers = new ArrayList<FileEntriesLayer>();
        if (!base.hasJava()) {
            layers.add(layer("java", java, JAVA_HOME, ServiceImage::isRuntime));
        }
        layers.add(layer(
                "dependencies",
                app,
                HOME,
                file -> isLibrary(file) && !isOurs(file) && !variant.replaces(file.toString())));
        if (!engine.isEmpty()) {
            layers.add(layer("engine", engine.getFirst(), HOME + "engine/", file -> true));
        }
        layers.add(layer("application", app, HOME, file -> !isLibrary(file) || isOurs(file)));
        return layers;
    }

    private static boolean isLibrary(Path file) {
        return file.startsWith("lib");
    }

    private static boolean isOurs(Path file) {
        return file.getFileName().toString().startsWith(OURS);
    }

    /** Of a JDK, what runs programs. */
    private static boolean isRuntime(Path file) {
        return (file.startsWith("bin")
                        || file.startsWith("conf")
                        || file.startsWith("legal")
                        || file.startsWith("lib")
                        || file.startsWith("release"))
                && !file.startsWith("lib/src.zip")
                && !file.startsWith("lib/ct.sym");
    }

    /** Files of a folder, by their paths within it, behind links too; Jib gives all of them one time. */
    private static FileEntriesLayer layer(String name, Path folder, String at, Predicate<Path> wanted)
            throws IOException {
        var layer = FileEntriesLayer.builder().setName(name);
        try (var files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var within = folder.relativize(file);
                if (wanted.test(within)) {
                    layer.addEntry(
                            file.toRealPath(),
                            AbsoluteUnixPath.get(at + within.toString().replace('\\', '/')),
                            Files.isExecutable(file) ? PROGRAM : DATA);
                }
            }
        }
        return layer.build();
    }
}
