package io.timbre.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code timbre up}: the whole chain on this machine, until Ctrl-C.
 *
 * <p>Whatever ends it, SIGINT, SIGTERM or a failure while starting, arrives as an interrupt or an exception in the one
 * thread that started everything, and each thing started is stopped where it was started, in a {@code finally}.
 */
@Command(
        name = "up",
        description = "Starts the broker, the schema registry and the five services, behind one address.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class UpCommand implements Callable<Integer> {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    @Option(names = "--port", description = "The address' port; the nine after it are for the parts.")
    private int port = 8080;

    @Option(
            names = "--data-dir",
            description = "Where everything is kept that survives a restart.",
            defaultValue = "${sys:timbre.home}/.timbre")
    private Path dataDirectory = Path.of(".timbre");

    @Option(names = "--fresh", description = "Delete what earlier runs kept there, and start anew.")
    private boolean fresh;

    @Option(names = "--verbose", description = "Show what the parts log; it is in <data-dir>/logs in any case.")
    private boolean verbose;

    @Option(names = "--no-aot", description = "Start without caches: slower each time, but nothing to prepare.")
    private boolean withoutCaches;

    @Option(names = "--home", hidden = true, defaultValue = "${sys:timbre.home}")
    private Path home = Path.of("");

    private final PrintStream out = System.out;
    private final Narrator narrator = new Narrator(System.err);

    @Override
    public Integer call() throws IOException {
        var done = new CountDownLatch(1);
        interruptOnExit(Thread.currentThread(), done);
        try {
            run();
            return 0;
        } catch (InterruptedException stop) {
            narrator.say("Stopped.");
            return 0;
        } finally {
            done.countDown();
        }
    }

    private void run() throws IOException, InterruptedException {
        var begin = System.nanoTime();
        var ports = new Ports(port);
        try (var data = DataDirectory.open(dataDirectory, fresh)) {
            ports.requireFree();
            var chain = Chain.of(new Parts(home, data, ports), prepareParts(), narrator, verbose);
            narrator.say("Starting in " + data.path());
            try {
                chain.start();
                serve(chain, ports, begin);
            } finally {
                narrator.say("Stopping ...");
                chain.stop(Chain.STOP_LIMIT);
            }
        }
    }

    private UnaryOperator<Part> prepareParts() throws IOException, InterruptedException {
        if (withoutCaches) {
            return UnaryOperator.identity();
        }
        var caches = new AotCaches(home.resolve("target/aot"));
        new Rehearsal(home, caches, narrator).makeMissingCaches();
        return caches::using;
    }

    private void serve(Chain chain, Ports ports, long begin) throws InterruptedException {
        try (var _ = Gateway.start(ports)) {
            out.println();
            out.println(table(chain));
            out.printf(
                    "%nReady in %s. Ctrl-C stops everything.%nhttp://localhost:%d%n",
                    Narrator.seconds(Duration.ofNanos(System.nanoTime() - begin)), ports.gateway());
            new CountDownLatch(1).await();
        }
    }

    private static StatusTable table(Chain chain) {
        var table = new StatusTable("part", "where", "since", "ready after", "memory", "pid");
        for (var member : chain.members()) {
            var status = member.status();
            status.process()
                    .ifPresent(process -> table.row(
                            member.part().name(),
                            member.part().address(),
                            CLOCK.format(status.since()),
                            status.startTime().map(Narrator::seconds).orElse("starting"),
                            memory(process.pid()),
                            Long.toString(process.pid())));
        }
        var self = ProcessHandle.current();
        return table.row(
                "gateway",
                "this process",
                CLOCK.format(self.info().startInstant().orElseGet(Instant::now)),
                "",
                memory(self.pid()),
                Long.toString(self.pid()));
    }

    private static String memory(long pid) {
        var bytes = ResidentMemory.of(pid);
        return bytes.isPresent() ? bytes.getAsLong() / 1_000_000 + " MB" : "";
    }

    private static void interruptOnExit(Thread thread, CountDownLatch done) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            thread.interrupt();
            try {
                done.await(Chain.STOP_LIMIT.toSeconds() + 1, TimeUnit.SECONDS);
            } catch (InterruptedException impossible) {
                Thread.currentThread().interrupt();
            }
        }));
    }
}
