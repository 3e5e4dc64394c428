package io.timbre.cli;

import io.timbre.networks.model.Champion;
import io.timbre.networks.model.Checkpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
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
        try (var tagger = Tagger.of(model(), maxDuration)) {
            tag(files, tagger, results);
        }
        System.err.println(results.summary());
        return results.exitStatus();
    }

    private static void tag(List<Path> files, Tagger tagger, Results results) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
                var progress = Progress.bar("tagging", files.size())) {
            try {
                var outcomes = files.stream()
                        .map(file -> threads.submit(() -> tagger.tag(file)))
                        .toList();
                for (var outcome : outcomes) {
                    results.add(outcome.get());
                    System.out.println(Results.json(outcome.get()));
                    progress.step();
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("cannot go on", e.getCause());
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private Checkpoint model() throws IOException {
        return checkpoint == null ? Champion.checkpoint() : Checkpoint.read(checkpoint);
    }
}
