package io.timbre.embedded;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A schema registry (Apicurio, Confluent's API) as a child process on 127.0.0.1, with compatibility BACKWARD.
 *
 * <p>Schemas lie in the directory and are there again after a restart on it. What the registry prints goes to {@code
 * registry.log} there.
 */
public final class EmbeddedRegistry implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_GRACE = Duration.ofSeconds(5);

    private final ChildProcess process;
    private final PrintStream log;
    private final int port;

    private EmbeddedRegistry(ChildProcess process, PrintStream log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Starts on free ports; returns when the registry is ready. */
    public static EmbeddedRegistry start(Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        var server = new RegistryServer(directory, FreePort.next(), FreePort.next());
        var log = new PrintStream(directory.resolve("registry.log").toFile());
        var registry = new EmbeddedRegistry(ChildProcess.start(server.command(), log::println), log, server.port());
        try {
            registry.process.awaitReady(server.readiness(), START_LIMIT);
            return registry;
        } catch (IllegalStateException | InterruptedException failure) {
            registry.close();
            throw failure;
        }
    }

    /** The value for {@code schema.registry.url}. */
    public URI url() {
        return RegistryServer.url(port);
    }

    @Override
    public void close() {
        try {
            process.stop(STOP_GRACE);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        log.close();
    }
}
