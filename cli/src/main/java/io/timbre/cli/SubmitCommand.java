package io.timbre.cli;

import io.timbre.cli.TimbreClient.Receipt;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code timbre submit}: recordings to a running chain, and what became of them. */
@Command(
        name = "submit",
        description = "Uploads recordings to a running chain and waits for their genres.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class SubmitCommand implements Callable<Integer> {
    private static final int UPLOADS_AT_ONCE = 4;
    private static final Duration POLL = Duration.ofMillis(100);

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "Recordings, or folders of them.")
    private List<Path> paths = List.of();

    @Option(names = "--url", description = "Address of the chain.", defaultValue = "http://localhost:8080")
    private URI address = URI.create("http://localhost:8080");

    @Option(names = "--json", description = "One JSON object a file, as `timbre tag` writes, instead of a table.")
    private boolean json;

    @Option(names = "--patience", description = "Longest wait for the next result.", defaultValue = "PT2M")
    private Duration patience = Duration.ofMinutes(2);

    @Override
    public Integer call() throws IOException, InterruptedException {
        var files = InputFiles.below(paths);
        var results = new Results();
        try {
            submit(files, results);
        } finally {
            // Whatever ended it: what is known by then is told.
            show(results);
        }
        return results.exitStatus();
    }

    private void submit(List<Path> files, Results results) throws InterruptedException {
        var client = new TimbreClient(address);
        var waiting = new Patience(patience);
        try (var threads = Executors.newFixedThreadPool(UPLOADS_AT_ONCE);
                var progress = Progress.bar("submitting", files.size())) {
            try {
                var receipts = files.stream()
                        .map(file -> threads.submit(() -> upload(client, file, waiting)))
                        .toList();
                for (int i = 0; i < files.size(); i++) {
                    add(outcome(client, files.get(i).toString(), receipts.get(i), waiting), results);
                    progress.step();
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static Receipt upload(TimbreClient client, Path file, Patience waiting) throws InterruptedException {
        var receipt = client.submit(file);
        waiting.begin();
        return receipt;
    }

    private static Outcome outcome(TimbreClient client, String file, Future<Receipt> receipt, Patience waiting)
            throws InterruptedException {
        try {
            return switch (receipt.get()) {
                case Receipt.Accepted accepted -> classified(client, file, accepted.trackId(), waiting);
                case Receipt.Refused refused -> new Outcome.Rejected(file, refused.reason(), refused.detail());
                case Receipt.Failed failed -> new Outcome.Failed(file, failed.detail());
            };
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CommandFailedException told) {
                throw told;
            }
            throw new IllegalStateException("cannot upload " + file, e.getCause());
        }
    }

    private static Outcome classified(TimbreClient client, String file, String trackId, Patience waiting)
            throws InterruptedException {
        var outcome = client.await(file, trackId, POLL, waiting.left());
        if (outcome.isPresent()) {
            waiting.begin();
        }
        return outcome.orElseGet(() -> new Outcome.Failed(
                file, "no result in time; it is not lost: ask " + client.addressOf(trackId) + " later"));
    }

    private void add(Outcome outcome, Results results) {
        results.add(outcome);
        if (json) {
            System.out.println(Results.json(outcome));
        }
    }

    private void show(Results results) {
        if (results.isEmpty()) {
            return;
        }
        if (!json) {
            System.out.println(results.table());
        }
        System.err.println(results.summary());
    }
}
