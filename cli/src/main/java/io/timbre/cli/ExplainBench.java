package io.timbre.cli;

import io.timbre.explain.Explainer;
import io.timbre.explain.answer.Method;
import io.timbre.explain.answer.Progress;
import io.timbre.explain.answer.Question;
import io.timbre.networks.model.Champion;
import io.timbre.schemas.RejectedException;
import io.timbre.signal.codec.AudioFormat;
import io.timbre.signal.codec.DecodeLimits;
import io.timbre.signal.codec.IsolatedDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code timbre bench explain}: how long an explanation takes from the file to the last picture and its quality figures,
 * by each method, of 30 s of our own making or a recording of yours.
 */
@Command(
        name = "explain",
        description = "Explanations: from a file of 30 s to the last picture, by each method.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class ExplainBench implements Callable<Integer> {
    /** With the second in which it fades away, 30. */
    private static final double SECONDS = 29;

    private static final DecodeLimits LIMITS = new DecodeLimits(Duration.ofMinutes(20));
    private static final int MEMORY_MIB = 512;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--method", split = ",", paramLabel = "METHOD", description = "Only these; by default all.")
    private List<String> methods = List.of();

    @Option(names = "--data", paramLabel = "FILE", description = "A recording of yours instead.")
    private Optional<Path> recording = Optional.empty();

    @Option(
            names = "--rounds",
            description = "Explanations by each method, after one that is not timed.",
            defaultValue = "20")
    private int rounds = 20;

    @Override
    public Integer call() throws IOException {
        var wanted = methods.isEmpty()
                ? List.of(Method.values())
                : methods.stream().map(this::method).toList();
        var folder = Files.createTempDirectory("timbre-bench");
        try (var decoder = new IsolatedDecoder(LIMITS, MEMORY_MIB);
                var explainer = Explainer.of(Champion.checkpoint(), decoder)) {
            var file =
                    recording.isPresent() ? recording.get() : Recordings.record(folder, 1, SECONDS, AudioFormat.FLAC);
            for (var method : wanted) {
                measure(explainer, file, Question.of(method));
            }
            return 0;
        } finally {
            DataDirectory.deleteTree(folder);
        }
    }

    private Method method(String label) {
        try {
            return Method.of(label);
        } catch (RejectedException unknown) {
            throw new ParameterException(spec.commandLine(), "--method: " + unknown.detail());
        }
    }

    private void measure(Explainer explainer, Path file, Question question) throws IOException {
        explainer.explain(file, question, Progress.UNHEARD);
        var millis = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            long began = System.nanoTime();
            explainer.explain(file, question, Progress.UNHEARD);
            millis[i] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(millis);
        print(question, "median", Percentile.of(millis, 0.5));
        print(question, "95th percentile", Percentile.of(millis, 0.95));
    }

    private void print(Question question, String what, double millis) {
        var name = "%s, %s of %d".formatted(question.method().label(), what, rounds);
        System.out.println(Results.json(BenchLine.alone("explain", name, Math.round(millis), "ms")));
    }
}
