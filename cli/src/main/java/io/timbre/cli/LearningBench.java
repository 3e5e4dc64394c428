package io.timbre.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code timbre bench learning}: a chain of its own, that holds nothing of anybody's, learns a collection of our own making
 * while tracks come in.
 */
@Command(
        name = "learning",
        description = "From labels to a released model, and what serving suffers from a training meanwhile.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class LearningBench implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> UNDER_WAY = Set.of("queued", "running");
    private static final int WARM_UP = 10;
    /** More than a training lasts. */
    private static final int PROBES_MEANWHILE = 500;

    @Option(names = "--labels", description = "Labelled tracks to learn from.", defaultValue = "240")
    private int labels = 240;

    @Option(names = "--idle", description = "Tracks sent one by one before the training.", defaultValue = "50")
    private int idle = 50;

    @Option(names = "--home", hidden = true, defaultValue = "${sys:timbre.home}")
    private Path home = Path.of("");

    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("timbre-bench");
        var ports = Ports.spare();
        try (var data = DataDirectory.open(folder.resolve("data"), false)) {
            var chain = Chain.of(new Parts(home, data, ports), LearningBench::onDemandOnly, silent(), false);
            try {
                chain.start();
                try (var gateway = Gateway.start(ports)) {
                    return measure(URI.create("http://127.0.0.1:" + ports.gateway()), folder);
                }
            } finally {
                chain.stop(Chain.STOP_LIMIT);
            }
        } finally {
            DataDirectory.deleteTree(folder);
        }
    }

    private static Part onDemandOnly(Part part) {
        return part.name().equals(Service.TRAINER.label())
                ? part.withOptions(List.of("-Dtimbre.trainer.schedule=off", "-Dtimbre.trainer.promote-untested=true"))
                : part;
    }

    private static Narrator silent() {
        return new Narrator(new PrintStream(OutputStream.nullOutputStream()));
    }

    private int measure(URI address, Path folder) throws IOException, InterruptedException {
        var probes = BenchTracks.write(new TimbreClient(address), folder, WARM_UP + idle + PROBES_MEANWHILE);
        probes.waysOfNext(WARM_UP);
        print("serving while idle", probes.waysOfNext(idle));
        label(address, MadeUpGenres.write(folder, "bench", labels, false));
        // Behind all that was labelled, so that the training finds all of it.
        probes.wayOfNext();
        long began = System.nanoTime();
        var run = JSON.readTree(send(HttpRequest.newBuilder(address.resolve("/api/training-runs"))
                        .POST(BodyPublishers.noBody())))
                .path("run_id")
                .asText();
        var meanwhile = DoubleStream.builder();
        var state = state(address, run);
        for (; UNDER_WAY.contains(state.path("status").asText()) && probes.left() > 0; state = state(address, run)) {
            meanwhile.add(probes.wayOfNext());
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        print("serving while training", meanwhile.build().sorted().toArray());
        if (!state.path("status").asText().equals("released")) {
            throw new CommandFailedException("the run was not released: " + state);
        }
        print("asked to released, " + labels + " labels, to one probe more", seconds, "s");
        return 0;
    }

    private static void label(URI address, Path table) {
        if (Timbre.commandLine().execute("label", table.toString(), "--submit", "--url", address.toString()) != 0) {
            throw new CommandFailedException("the chain did not take every label");
        }
    }

    private JsonNode state(URI address, String run) throws IOException, InterruptedException {
        return JSON.readTree(send(HttpRequest.newBuilder(address.resolve("/api/training-runs/" + run))));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString()).body();
    }

    private static void print(String caseName, double[] millis) {
        print(caseName + ", median of " + millis.length, Percentile.of(millis, 0.5), "ms");
        print(caseName + ", 95th percentile", Percentile.of(millis, 0.95), "ms");
    }

    private static void print(String caseName, double ours, String unit) {
        System.out.println(Results.json(BenchLine.alone("learning", caseName, Math.round(ours * 10) / 10.0, unit)));
    }
}
