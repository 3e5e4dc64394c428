package io.timbre.cli;

import io.timbre.inference.Champion;
import io.timbre.networks.Checkpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code timbre tag}: genres of files, in one process and without Kafka. */
@Command(
        name = "tag",
        description = "Tags recordings in this process, without Kafka: one JSON object a file on standard output.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class TagCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "Recordings, or folders of them.")
    private List<Path> paths = List.of();

    @Option(names = "--checkpoint", description = "Folder of another model than the one that ships.")
    private @Nullable Path checkpoint;

    @Option(names = "--max-duration", description = "Longest recording taken.", defaultValue = "PT20M")
    private Duration maxDuration = Duration.ofMinutes(20);

    @Override
    public Integer call() throws IOException, InterruptedException {
        var files = InputFiles.below(paths);
        var results = new Results();
        try (var tagger = Tagger.of(model(), maxDuration);
                var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
                var progress = Progress.bar("tagging", files.size())) {
            var outcomes = files.stream()
                    .map(file -> threads.submit(() -> tagger.tag(file)))
                    .toList();
            for (var outcome : outcomes) {
                write(outcome, results, progress);
            }
        }
        System.err.println(results.summary());
        return results.exitStatus();
    }

    private Checkpoint model() throws IOException {
        return checkpoint == null ? Champion.checkpoint() : Checkpoint.read(checkpoint);
    }

    private static void write(Future<Outcome> outcome, Results results, ProgressBar progress)
            throws IOException, InterruptedException {
        try {
            results.add(outcome.get());
            System.out.println(Results.json(outcome.get()));
            progress.step();
        } catch (ExecutionException e) {
            throw new IOException("cannot read an input", e.getCause());
        }
    }
}
