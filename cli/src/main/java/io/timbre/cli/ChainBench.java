package io.timbre.cli;

import io.timbre.cli.TimbreClient.Receipt;
import io.timbre.signal.codec.AudioFormat;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code timbre bench chain}: a running chain, from the first byte of an upload to the classification being readable.
 * Every track is a 30 s MP3 of our own making, under a title of its own, so that none is known already.
 */
@Command(
        name = "chain",
        description = "A running chain: time from upload to classification, and tracks a minute.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class ChainBench implements Callable<Integer> {
    private static final double SECONDS = 29;
    private static final int WARM_UP = 10;
    private static final int UPLOADS_AT_ONCE = 4;
    private static final Duration POLL = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Option(names = "--url", description = "Address of the chain.", defaultValue = "http://localhost:8080")
    private URI address = URI.create("http://localhost:8080");

    @Option(names = "--one-by-one", description = "Tracks submitted one after the other.", defaultValue = "50")
    private int oneByOne = 50;

    @Option(names = "--at-once", description = "Tracks submitted at once.", defaultValue = "200")
    private int atOnce = 200;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        var client = new TimbreClient(address);
        var folder = Files.createTempDirectory("timbre-bench");
        try {
            var tracks = tracks(folder, WARM_UP + oneByOne + atOnce);
            latencies(client, tracks.subList(0, WARM_UP));
            var latencies = latencies(client, tracks.subList(WARM_UP, WARM_UP + oneByOne));
            print("upload to classification, median of " + oneByOne, Percentile.of(latencies, 0.5), "ms");
            print("upload to classification, 95th percentile of " + oneByOne, Percentile.of(latencies, 0.95), "ms");
            var seconds = secondsForAll(client, tracks.subList(WARM_UP + oneByOne, tracks.size()));
            print(atOnce + " tracks at once", 60 * atOnce / seconds, "tracks/min");
        } finally {
            DataDirectory.deleteTree(folder);
        }
        return 0;
    }

    private static List<Path> tracks(Path folder, int count) throws IOException {
        var mp3 = Recordings.record(folder, 1, SECONDS, AudioFormat.MP3);
        var run = UUID.randomUUID().toString().substring(0, 8);
        var tracks = new ArrayList<Path>();
        for (int i = 0; i < count; i++) {
            tracks.add(Files.write(folder.resolve(i + ".mp3"), Recordings.retitled(mp3, run + " " + i)));
        }
        return tracks;
    }

    /** Milliseconds a track, in ascending order. */
    private static double[] latencies(TimbreClient client, List<Path> tracks) throws IOException, InterruptedException {
        var millis = new double[tracks.size()];
        for (int i = 0; i < millis.length; i++) {
            long began = System.nanoTime();
            await(client, client.submit(tracks.get(i)));
            millis[i] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(millis);
        return millis;
    }

    private static double secondsForAll(TimbreClient client, List<Path> tracks)
            throws IOException, InterruptedException, ExecutionException {
        long began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(UPLOADS_AT_ONCE)) {
            List<Future<Receipt>> receipts = tracks.stream()
                    .map(track -> threads.submit(() -> client.submit(track)))
                    .toList();
            for (var receipt : receipts) {
                await(client, receipt.get());
            }
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static void await(TimbreClient client, Receipt receipt) throws IOException, InterruptedException {
        if (!(receipt instanceof Receipt.Accepted accepted)) {
            throw new CommandFailedException("the chain refused a recording: " + receipt);
        }
        if (client.await("", accepted.trackId(), POLL, PATIENCE).isEmpty()) {
            throw new CommandFailedException(
                    "no result for " + client.addressOf(accepted.trackId()) + " after " + PATIENCE);
        }
    }

    private static void print(String caseName, double ours, String unit) {
        System.out.println(Results.json(BenchLine.alone("chain", caseName, Math.round(ours * 10) / 10.0, unit)));
    }
}
