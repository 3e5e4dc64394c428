package io.timbre.cli;

import io.timbre.embedded.BrokerMain;
import io.timbre.embedded.JavaCommand;
import io.timbre.embedded.Readiness;
import io.timbre.embedded.RegistryServer;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a chain is made of, on this machine: which program, with which settings, where.
 *
 * @param home the root of the repository, where the build left the services
 */
record Parts(Path home, DataDirectory data, Ports ports) {
    private static final List<String> COMMON_OPTIONS =
            List.of("-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
    private static final String QUARKUS_MAIN = "io.quarkus.bootstrap.runner.AotQuarkusEntryPoint";

    Part broker() {
        var command = new JavaCommand(
                concat(COMMON_OPTIONS, List.of("-XX:TieredStopAtLevel=1", "-Xmx256m")),
                ownClassPath(),
                BrokerMain.class.getName(),
                List.of(
                        data.broker().toString(),
                        Integer.toString(ports.broker()),
                        Integer.toString(ports.controller())),
                Map.of());
        return new Part("broker", bootstrapServers(), command, Readiness.ofTcp(ports.broker()));
    }

    Part registry() {
        var server = new RegistryServer(data.registry(), ports.registry(), ports.registryManagement());
        return new Part("registry", registryUrl().toString(), server.command(), server.readiness());
    }

    Part service(Service service) {
        var address = "http://127.0.0.1:" + ports.of(service);
        var command = new JavaCommand(
                        concat(COMMON_OPTIONS, service.jvmOptions(), quarkusOptions(), streamsOptions(service)),
                        List.of(runnerOf(service)),
                        QUARKUS_MAIN,
                        List.of(),
                        environmentOf(service))
                .startedBy(service.starter());
        return new Part(service.label(), address, command, Readiness.ofHttp(URI.create(address + "/q/health/ready")));
    }

    List<Part> all() {
        return Stream.concat(
                        Stream.of(broker(), registry()),
                        Stream.of(Service.values()).map(this::service))
                .toList();
    }

    String bootstrapServers() {
        return "127.0.0.1:" + ports.broker();
    }

    private URI registryUrl() {
        return RegistryServer.url(ports.registry());
    }

    private Path runnerOf(Service service) {
        var runner = home.resolve(service.label()).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(runner)) {
            throw new CommandFailedException("there is no " + runner + ": start through ./timbre, which builds it");
        }
        return runner;
    }

    /** What the runner's manifest would ask for, had it been started with {@code -jar}. */
    private static List<String> quarkusOptions() {
        return List.of(
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
                "--add-exports=java.desktop/com.sun.media.sound=ALL-UNNAMED");
    }

    /**
     * What a service's JVM gets in an image: as much memory as the container has decides the heap, and all that is unpacked
     * goes to {@code /tmp}, the rest being read-only.
     */
    static List<String> imageOptions(Service service) {
        return concat(
                COMMON_OPTIONS,
                List.of("-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", "-Duser.home=/tmp"),
                service.modules(),
                quarkusOptions());
    }

    /**
     * A member of a consumer group with a name of its own takes its place again when it comes back. Without, the group
     * would wait 45 s for the one that was killed or stopped, on each restart, before it went on.
     */
    private static List<String> streamsOptions(Service service) {
        return List.of("-Dkafka-streams.main.consumer.group.instance.id=" + service.label());
    }

    private Map<String, String> environmentOf(Service service) {
        var environment = new HashMap<>(Map.of(
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_HTTP_PORT", Integer.toString(ports.of(service)),
                "KAFKA_BOOTSTRAP_SERVERS", bootstrapServers(),
                "SCHEMA_REGISTRY_URL", registryUrl().toString(),
                "TIMBRE_OBJECT_STORE", data.objects().toString(),
                "KAFKA_STREAMS_STATE_DIR", data.stateOf(service).toString(),
                "TIMBRE_TRAINER_STATE", data.training().toString(),
                // DJL asks a cloud's metadata service otherwise, and MXNet's idle threads spin.
                "DJL_OFFLINE", "true",
                "OMP_WAIT_POLICY", "PASSIVE"));
        if (service.isPolite()) {
            // Sums in one order besides: the same question has the same answer, the same examples give the same model.
            environment.put("OMP_NUM_THREADS", "1");
        }
        return environment;
    }

    private static List<Path> ownClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    @SafeVarargs
    private static List<String> concat(List<String>... lists) {
        return Stream.of(lists).flatMap(List::stream).toList();
    }
}
