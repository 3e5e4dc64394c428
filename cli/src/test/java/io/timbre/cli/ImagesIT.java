package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import io.timbre.embedded.ChildProcess;
import io.timbre.embedded.EmbeddedBroker;
import io.timbre.embedded.EmbeddedRegistry;
import io.timbre.embedded.Readiness;
import io.timbre.schemas.ObjectStore;
import io.timbre.schemas.Topics;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Images of the packaged services, taken apart and run by this machine's Java. */
class ImagesIT {
    @TempDir
    private static Path folder;

    private static Path base;

    /** In the place of an image with a Java, which lies in a registry. */
    @BeforeAll
    static void makeBase() throws Exception {
        base = folder.resolve("base.tar");
        var note = Files.writeString(folder.resolve("os-release"), "NAME=none\n");
        Jib.fromScratch()
                .addLayer(List.of(note), AbsoluteUnixPath.get("/etc"))
                .containerize(Containerizer.to(TarImage.at(base).named(ImageReference.parse("base")))
                        .setBaseImageLayersCache(folder.resolve("jib"))
                        .setApplicationLayersCache(folder.resolve("jib")));
    }

    @Test
    void twoBuildsOfAServiceAreTheSameBytes() throws IOException {
        var first = images("one", "ingest");
        var second = images("two", "ingest");

        assertThat(first.out()).singleElement().asString().matches("timbre/ingest:0\\.1\\.0 sha256:[0-9a-f]{64}");
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(folder.resolve("two/timbre-ingest-0.1.0.tar"))
                .hasSameBinaryContentAs(folder.resolve("one/timbre-ingest-0.1.0.tar"));
    }

    @Test
    void anImageIsLayeredBelongsToNobodyAndServes() throws IOException, InterruptedException {
        assertThat(images("served", "inference").status()).isZero();
        var image = UnpackedImage.of(folder.resolve("served/timbre-inference-0.1.0.tar"), folder.resolve("inference"));

        assertThat(image.config().get("User").asText()).isEqualTo("1001:1001");
        assertThat(image.config().get("WorkingDir").asText()).isEqualTo("/data");
        assertThat(image.config().get("ExposedPorts").fieldNames()).toIterable().containsExactly("8083/tcp");
        assertThat(image.writable()).isEmpty();
        assertThat(image.layers()).hasSize(3);
        assertThat(image.layers().get(0)).containsExactly("/etc/os-release");
        assertThat(image.layers().get(1))
                .anyMatch(file -> file.contains("mxnet-native"))
                .allMatch(file -> file.startsWith("/app/lib/"))
                .noneMatch(file -> file.contains("/io.timbre."));
        assertThat(image.layers().get(2))
                .contains("/app/quarkus-run.jar")
                .anyMatch(file -> file.contains("/io.timbre.timbre-networks-"));
        assertServes(image);
    }

    @ParameterizedTest
    @CsvSource({"onnxruntime, onnxruntime, true", "mxnet-cu112, mxnet, false"})
    void aVariantAddsItsEngineAndMxnetsOwnTakesThePlaceOfTheOther(String variant, String engine, boolean keepsMkl)
            throws IOException {
        var home = folder.resolve(variant);
        write(home.resolve("inference/target/quarkus-app/quarkus-run.jar"));
        write(home.resolve("inference/target/quarkus-app/lib/main/ai.djl.mxnet.mxnet-native-mkl-1.9.1.jar"));
        write(home.resolve("inference/target/quarkus-app/lib/main/io.timbre.timbre-networks-0.1.0.jar"));
        write(home.resolve("engines/target").resolve(variant).resolve("engine.jar"));

        var spoken = Spoken.by(
                "images", "--home=" + home, "--base=" + base, "--out=" + home, "--variant", variant, "inference");
        var image =
                UnpackedImage.of(home.resolve("timbre-inference-0.1.0-" + variant + ".tar"), home.resolve("unpacked"));

        assertThat(spoken.out())
                .singleElement()
                .asString()
                .startsWith("timbre/inference:0.1.0-" + variant + " sha256:");
        assertThat(image.config().get("Env").valueStream().map(JsonNode::asText))
                .contains("TIMBRE_ENGINE=" + engine);
        assertThat(image.config().get("Entrypoint").valueStream().map(JsonNode::asText))
                .startsWith("java")
                .contains("/app/quarkus-run.jar:/app/engine/*");
        var layers = image.layers().stream().skip(1).toList();
        assertThat(layers)
                .containsAll(List.of(
                        List.of("/app/engine/engine.jar"),
                        List.of("/app/lib/main/io.timbre.timbre-networks-0.1.0.jar", "/app/quarkus-run.jar")));
        assertThat(layers.contains(List.of("/app/lib/main/ai.djl.mxnet.mxnet-native-mkl-1.9.1.jar")))
                .isEqualTo(keepsMkl);
    }

    @ParameterizedTest
    @EnumSource(
            value = Service.class,
            names = {"FEATURES", "EXPLAIN", "TRAINER"})
    void theOthersAreLaidOutAlike(Service service) throws IOException {
        assertThat(images("others", service.label()).status()).isZero();
        var image = UnpackedImage.of(
                folder.resolve("others/timbre-" + service.label() + "-0.1.0.tar"), folder.resolve(service.label()));

        assertThat(image.config().get("ExposedPorts").fieldNames())
                .toIterable()
                .containsExactly(new Ports(8080).of(service) + "/tcp");
        assertThat(image.config().get("Entrypoint").valueStream().map(JsonNode::asText))
                .containsAll(service.modules());
        assertThat(image.layers()).hasSize(3);
        assertThat(image.layers().get(1))
                .anyMatch(file -> file.contains("kafka-streams"))
                .noneMatch(file -> file.contains("/io.timbre."));
        assertThat(image.layers().get(2))
                .contains("/app/quarkus-run.jar")
                .anyMatch(file -> file.contains("/io.timbre.timbre-schemas-"));
    }

    @Test
    void whatLiesBehindALinkIsTakenToo() throws IOException {
        var home = folder.resolve("linked");
        var app = home.resolve("ingest/target/quarkus-app");
        write(app.resolve("quarkus-run.jar"));
        write(home.resolve("elsewhere/main/library.jar"));
        Files.createSymbolicLink(app.resolve("lib"), home.resolve("elsewhere"));

        Spoken.by("images", "--home=" + home, "--base=" + base, "--out=" + home, "ingest");
        var image = UnpackedImage.of(home.resolve("timbre-ingest-0.1.0.tar"), home.resolve("unpacked"));

        assertThat(image.layers()).contains(List.of("/app/lib/main/library.jar"));
    }

    private static void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, file.getFileName().toString());
    }

    private static void assertServes(UnpackedImage image) throws IOException, InterruptedException {
        int port = Ports.spare().gateway();
        ObjectStore.create(folder.resolve("objects"));
        var said = new CopyOnWriteArrayList<String>();
        var before = files(image.root());
        try (var broker = EmbeddedBroker.start(folder.resolve("broker"));
                var registry = EmbeddedRegistry.start(folder.resolve("registry"))) {
            broker.createTopics(Topics.newTopics(1, (short) 1));
            var service = ChildProcess.start(
                    image.command(Map.of(
                            "QUARKUS_HTTP_HOST", "127.0.0.1",
                            "QUARKUS_HTTP_PORT", Integer.toString(port),
                            "KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                            "SCHEMA_REGISTRY_URL", registry.url().toString(),
                            "TIMBRE_OBJECT_STORE", folder.resolve("objects").toString(),
                            "KAFKA_STREAMS_STATE_DIR", folder.resolve("state").toString(),
                            "DJL_CACHE_DIR", folder.resolve("djl").toString())),
                    said::add);
            try {
                service.awaitReady(
                        Readiness.ofHttp(URI.create("http://127.0.0.1:" + port + "/q/health/ready")),
                        Duration.ofMinutes(2));
                assertThat(said).anyMatch(line -> line.contains("serving on cpu by mxnet "));
            } finally {
                service.stop(Duration.ofSeconds(20));
            }
        }
        assertThat(files(image.root())).isEqualTo(before);
    }

    private static List<Path> files(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.sorted().toList();
        }
    }

    private static Spoken images(String out, String service) {
        return Spoken.by("images", "--base=" + base, "--out=" + folder.resolve(out), service);
    }
}
