package io.timbre.cli;

import io.timbre.cli.TimbreClient.Receipt;
import io.timbre.signal.codec.AudioFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Starts a chain once beside the real one, on spare ports and in a folder that is deleted afterwards, so that the parts
 * without an {@linkplain AotCaches AOT cache} get one.
 */
final class Rehearsal {
    /** A recording JVM writes its record while it ends, about 1 s of work on an idle core. */
    private static final Duration UNHURRIED = Duration.ofMinutes(2);

    private static final int CREATED_AT_ONCE = 2;
    private static final double TRACK_SECONDS = 8;
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration TRACK_PATIENCE = Duration.ofMinutes(1);

    private final Path home;
    private final AotCaches caches;
    private final Narrator narrator;

    Rehearsal(Path home, AotCaches caches, Narrator narrator) {
        this.home = home;
        this.caches = caches;
        this.narrator = narrator;
    }

    /** Does nothing when every part has a cache. */
    void makeMissingCaches() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("timbre-rehearsal");
        try (var data = DataDirectory.open(folder, false)) {
            var parts = new Parts(home, data, Ports.spare());
            var missing = parts.all().stream().filter(part -> !caches.has(part)).toList();
            if (!missing.isEmpty()) {
                makeCaches(parts, missing);
            }
        } finally {
            DataDirectory.deleteTree(folder);
        }
    }

    private void makeCaches(Parts parts, List<Part> missing) throws IOException, InterruptedException {
        var begin = System.nanoTime();
        narrator.say("Preparing start-up caches, once after each build (--no-aot goes without)");
        caches.prepareFolder();
        try {
            record(parts);
            createAll(missing, parts);
            narrator.say("  done in " + Narrator.seconds(Duration.ofNanos(System.nanoTime() - begin)));
        } catch (CommandFailedException failure) {
            narrator.say("  not possible, so this start goes without: " + failure.getMessage());
        } finally {
            caches.discardRecords();
        }
    }

    private void record(Parts parts) throws IOException, InterruptedException {
        var silent = new Narrator(new PrintStream(OutputStream.nullOutputStream()));
        var chain =
                Chain.of(parts, part -> caches.has(part) ? caches.using(part) : caches.recording(part), silent, false);
        try {
            chain.start();
            playOneTrack(parts);
            chain.stop(UNHURRIED);
        } finally {
            // Finds nothing left, unless something failed or somebody lost patience.
            chain.stop(Chain.STOP_LIMIT);
        }
    }

    /** What a track needs is then in the caches too, not only what starting needs. */
    private static void playOneTrack(Parts parts) throws IOException, InterruptedException {
        var recording = Recordings.record(parts.data().path(), 1, TRACK_SECONDS, AudioFormat.MP3);
        var client =
                new TimbreClient(URI.create("http://127.0.0.1:" + parts.ports().of(Service.INGEST)));
        if (client.submit(recording) instanceof Receipt.Accepted accepted
                && client.await(recording.toString(), accepted.trackId(), POLL, TRACK_PATIENCE)
                        .isEmpty()) {
            throw new CommandFailedException("a track had no result after " + TRACK_PATIENCE);
        }
    }

    private void createAll(List<Part> missing, Parts parts) throws IOException, InterruptedException {
        try (var threads = Executors.newFixedThreadPool(CREATED_AT_ONCE)) {
            var tasks = missing.stream()
                    .map(part -> (Callable<Void>) () -> create(part, parts))
                    .toList();
            for (Future<Void> done : threads.invokeAll(tasks)) {
                done.get();
            }
        } catch (ExecutionException failure) {
            throw new IOException("cannot make the start-up caches", failure.getCause());
        }
    }

    private Void create(Part part, Parts parts) throws IOException, InterruptedException {
        try (var log = PartLog.open(parts.data().logs(), part.name() + "-cache", line -> {})) {
            if (!caches.create(part, log)) {
                narrator.say("  none for " + part.name() + ". " + log.lastWords());
            }
        }
        return null;
    }
}
