package io.timbre.cli;

import io.timbre.embedded.EmbeddedBroker;
import io.timbre.schemas.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Broker, registry and the five services, running.
 *
 * <pre>
 * broker ──► topics ──► ingest, features, inference, explain, trainer ──► ready when all are
 * registry ───────────────────────────────────────────────────────────┘
 * </pre>
 *
 * <p>They stop the other way round, the services first, so that none of them loses what it works on while it stops.
 */
final class Chain {
    /** How long stopping may take: less than the 10 s that Ctrl-C promises. */
    static final Duration STOP_LIMIT = Duration.ofSeconds(9);

    private static final int PARTITIONS = 4;
    private static final short REPLICATION = 1;

    private final Parts parts;
    private final Supervised broker;
    private final Supervised registry;
    private final List<Supervised> services;

    private Chain(Parts parts, Supervised broker, Supervised registry, List<Supervised> services) {
        this.parts = parts;
        this.broker = broker;
        this.registry = registry;
        this.services = services;
    }

    /**
     * Nothing runs yet.
     *
     * @param adjusted what is done to each part before it is started
     * @param verbose whether all that the parts print is told, besides being written to their logs
     */
    static Chain of(Parts parts, UnaryOperator<Part> adjusted, Narrator narrator, boolean verbose) throws IOException {
        var services = new ArrayList<Supervised>();
        for (var service : Service.values()) {
            services.add(supervised(adjusted.apply(parts.service(service)), parts, narrator, verbose));
        }
        return new Chain(
                parts,
                supervised(adjusted.apply(parts.broker()), parts, narrator, verbose),
                supervised(adjusted.apply(parts.registry()), parts, narrator, verbose),
                services);
    }

    private static Supervised supervised(Part part, Parts parts, Narrator narrator, boolean verbose)
            throws IOException {
        Consumer<String> listener = verbose ? line -> narrator.quote(part.name(), line) : line -> {};
        var crashReport = "-XX:ErrorFile=" + parts.data().logs().resolve(part.name() + "-crash-%p.log");
        return new Supervised(
                part.withOptions(List.of(crashReport)),
                PartLog.open(parts.data().logs(), part.name(), listener),
                narrator);
    }

    /** Returns when all parts are ready; throws {@link CommandFailedException} as soon as one cannot become so. */
    void start() throws InterruptedException {
        var registryReady = registry.start();
        await(Stream.of(broker.start()));
        EmbeddedBroker.createTopics(parts.bootstrapServers(), Topics.newTopics(PARTITIONS, REPLICATION));
        await(Stream.concat(Stream.of(registryReady), services.stream().map(Supervised::start)));
    }

    /** Broker, registry, then the services. */
    List<Supervised> members() {
        return Stream.concat(Stream.of(broker, registry), services.stream()).toList();
    }

    /**
     * Returns when no process is left. The services share half of the time, the registry and the broker the rest. An
     * interrupt means hurry: what is being waited for is ended by force, and the rest gets no more than
     * {@link #STOP_LIMIT} would give it.
     */
    void stop(Duration limit) throws InterruptedException {
        try (var stopping = new Stopping()) {
            services.forEach(service -> stopping.begin(service, limit.dividedBy(2)));
        } finally {
            stopInfrastructure(limit.dividedBy(4));
        }
    }

    private void stopInfrastructure(Duration grace) throws InterruptedException {
        var hurried = STOP_LIMIT.dividedBy(4);
        var brokerGrace = hurried.compareTo(grace) < 0 ? hurried : grace;
        try {
            registry.stop(grace);
            brokerGrace = grace;
        } finally {
            broker.stop(brokerGrace);
        }
    }

    private static void await(Stream<CompletableFuture<Void>> readiness) throws InterruptedException {
        var all = new CompletableFuture<Void>();
        var each = readiness.toList();
        // The first failure is known at once, not when its turn comes.
        each.forEach(one -> one.exceptionally(failure -> {
            all.completeExceptionally(failure);
            return null;
        }));
        CompletableFuture.allOf(each.toArray(CompletableFuture[]::new)).thenRun(() -> all.complete(null));
        try {
            all.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof CommandFailedException told) {
                throw told;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }
}
