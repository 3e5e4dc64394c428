package io.timbre.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
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
    private static final int WARM_UP = 10;
    private static final int UPLOADS_AT_ONCE = 4;

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
            var tracks = BenchTracks.write(client, folder, WARM_UP + oneByOne + atOnce);
            tracks.waysOfNext(WARM_UP);
            var latencies = tracks.waysOfNext(oneByOne);
            print("upload to classification, median of " + oneByOne, Percentile.of(latencies, 0.5), "ms");
            print("upload to classification, 95th percentile of " + oneByOne, Percentile.of(latencies, 0.95), "ms");
            print(atOnce + " tracks at once", 60 * atOnce / secondsForTheRest(tracks), "tracks/min");
        } finally {
            DataDirectory.deleteTree(folder);
        }
        return 0;
    }

    private static double secondsForTheRest(BenchTracks tracks) throws InterruptedException, ExecutionException {
        long began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(UPLOADS_AT_ONCE)) {
            var ways = new ArrayList<Future<Double>>();
            for (int left = tracks.left(); left > 0; left--) {
                ways.add(threads.submit(tracks::wayOfNext));
            }
            for (var way : ways) {
                way.get();
            }
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static void print(String caseName, double ours, String unit) {
        System.out.println(Results.json(BenchLine.alone("chain", caseName, Math.round(ours * 10) / 10.0, unit)));
    }
}
