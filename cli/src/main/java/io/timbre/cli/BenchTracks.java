package io.timbre.cli;

import io.timbre.cli.TimbreClient.Receipt;
import io.timbre.signal.codec.AudioFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.UUID;

/** 30 s MP3s of our own making, each under a title of its own so that none is known already, and their way through a chain. */
final class BenchTracks {
    /** With the second in which it fades away, 30. */
    private static final double SECONDS = 29;

    private static final Duration POLL = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final TimbreClient client;
    private final Deque<Path> waiting;

    private BenchTracks(TimbreClient client, Deque<Path> waiting) {
        this.client = client;
        this.waiting = waiting;
    }

    static BenchTracks write(TimbreClient client, Path folder, int count) throws IOException {
        var mp3 = Recordings.record(folder, 1, SECONDS, AudioFormat.MP3);
        var run = UUID.randomUUID().toString().substring(0, 8);
        var tracks = new ArrayDeque<Path>();
        for (int i = 0; i < count; i++) {
            tracks.add(Files.write(folder.resolve(run + "-" + i + ".mp3"), Recordings.retitled(mp3, run + " " + i)));
        }
        return new BenchTracks(client, tracks);
    }

    synchronized int left() {
        return waiting.size();
    }

    private synchronized Path take() {
        return waiting.remove();
    }

    /** Milliseconds from the first byte of the next track's upload to its classification being readable. */
    double wayOfNext() throws InterruptedException {
        var track = take();
        long began = System.nanoTime();
        if (!(client.submit(track) instanceof Receipt.Accepted accepted)) {
            throw new CommandFailedException("the chain refused a recording of ours");
        }
        if (client.await("", accepted.trackId(), POLL, PATIENCE).isEmpty()) {
            throw new CommandFailedException(
                    "no result for " + client.addressOf(accepted.trackId()) + " after " + PATIENCE);
        }
        return (System.nanoTime() - began) / 1e6;
    }

    /** The ways of so many tracks, one after the other, in ascending order. */
    double[] waysOfNext(int count) throws InterruptedException {
        var millis = new double[count];
        for (int i = 0; i < count; i++) {
            millis[i] = wayOfNext();
        }
        Arrays.sort(millis);
        return millis;
    }
}
