package io.timbre.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How Apicurio is started: from its unpacked distribution, which the build leaves beside this module's classes.
 *
 * <p>All jars stand on one flat class path instead of behind Quarkus' own class loader. That starts in 2 s rather than
 * 10 s, and the JVM can keep what it loaded in an AOT cache.
 *
 * @param directory where the schemas are kept, in H2's files
 * @param managementPort serves health and metrics
 */
public record RegistryServer(Path directory, int port, int managementPort) {
    private static final String DISTRIBUTION = "apicurio";

    /** The value for {@code schema.registry.url} of a registry on that port. */
    public static URI url(int port) {
        return URI.create("http://127.0.0.1:" + port + "/apis/ccompat/v7");
    }

    public Readiness readiness() {
        return Readiness.ofHttp(URI.create("http://127.0.0.1:" + managementPort + "/health/ready"));
    }

    public JavaCommand command() {
        return new JavaCommand(options(), classPath(), "io.quarkus.runner.GeneratedMain", List.of(), Map.of());
    }

    private List<String> options() {
        return List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx160m",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                // A host of its own: it would listen on every interface otherwise.
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=" + managementPort,
                "-Dquarkus.log.level=WARN",
                "-Dquarkus.http.access-log.enabled=false",
                "-Dapicurio.rules.global.compatibility=BACKWARD",
                "-Dapicurio.storage.kind=sql",
                "-Dapicurio.storage.sql.kind=h2",
                "-Dapicurio.datasource.url=jdbc:h2:file:"
                        + directory.resolve("schemas").toAbsolutePath(),
                "-Dapicurio.datasource.jdbc.initial-size=2",
                "-Dapicurio.datasource.jdbc.min-size=2");
    }

    /** What Quarkus generated and transformed comes before the originals. */
    private static List<Path> classPath() {
        var home = JavaCommand.homeOf(RegistryServer.class).resolveSibling(DISTRIBUTION);
        if (!Files.isDirectory(home)) {
            throw new IllegalStateException("no registry at " + home + ": build the module `embedded` first");
        }
        var jars = new ArrayList<Path>();
        for (var folder : List.of("quarkus", "app", "lib/main", "lib/boot")) {
            jars.addAll(jarsIn(home.resolve(folder)));
        }
        return jars;
    }

    private static List<Path> jarsIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
