package io.timbre.cli;

import io.timbre.explain.Explainer;
import io.timbre.explain.answer.Answer;
import io.timbre.explain.answer.Method;
import io.timbre.explain.answer.Question;
import io.timbre.networks.model.Champion;
import io.timbre.networks.model.Checkpoint;
import io.timbre.schemas.RejectedException;
import io.timbre.signal.codec.AudioDecoder;
import io.timbre.signal.codec.DecodeLimits;
import io.timbre.signal.score.ScoreReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code timbre explain}: why a recording was given its genre, in one process and without Kafka. */
@Command(
        name = "explain",
        description = "Says why a recording or a score was given its genre: in words, pictures and sound.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    private static final int PROGRESS_STEPS = 100;

    @Parameters(paramLabel = "FILE", description = "A recording or a MIDI file.")
    private Path file = Path.of("");

    @Option(names = "--method", required = true, paramLabel = "METHOD", description = "How; one of those below.")
    private String method = "";

    @Option(
            names = "--genre",
            paramLabel = "GENRE",
            description = "Which genre to explain (default: the one it was given) or, for a counterfactual, to reach"
                    + " (default: the runner-up).")
    private Optional<String> genre = Optional.empty();

    @Option(
            names = "--layer",
            paramLabel = "LAYER",
            description = "Which layer to hear, such as conv2 (default: the deepest).")
    private Optional<String> layer = Optional.empty();

    @Option(
            names = "--feature",
            paramLabel = "N",
            description = "Which feature map of the layer, from 0 (default: the strongest).")
    private @Nullable Integer feature;

    @Option(
            names = "--checkpoint",
            paramLabel = "DIR",
            description = "Folder of another model than the one that ships.")
    private @Nullable Path checkpoint;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where pictures and sounds go (default: explanations/FILE-METHOD).")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--max-duration",
            description = "Longest recording taken (default: ${DEFAULT-VALUE}).",
            defaultValue = "PT20M")
    private Duration maxDuration = Duration.ofMinutes(20);

    @Option(names = "--json", description = "One JSON object on standard output, for programs.")
    private boolean json;

    private CommandSpec spec = CommandSpec.create();

    @Spec
    void listTheMethods(CommandSpec ours) {
        spec = ours;
        var methods = Stream.of(Method.values()).map(Method::label).collect(Collectors.joining(", "));
        ours.usageMessage().footer("", "Methods: " + methods);
    }

    @Override
    public Integer call() throws IOException {
        var question = question();
        if (!Files.isReadable(file)) {
            throw new CommandFailedException("cannot read " + file);
        }
        var folder = out.orElseGet(() -> Path.of("explanations", file.getFileName() + "-" + method));
        try (var explainer = Explainer.of(model(), new AudioDecoder(new DecodeLimits(maxDuration)))) {
            var answer = explain(explainer, question);
            tell(answer, write(answer, folder), explainer.model().version());
            return 0;
        } catch (RejectedException rejection) {
            System.err.println("timbre: " + rejection.reason().code() + ": " + rejection.detail() + ". "
                    + rejection.reason().remedy());
            return 1;
        }
    }

    private Question question() {
        try {
            var feature = this.feature == null ? OptionalInt.empty() : OptionalInt.of(this.feature);
            return new Question(Method.of(method), genre, layer, feature);
        } catch (RejectedException unknown) {
            throw new ParameterException(spec.commandLine(), unknown.detail());
        }
    }

    private Answer explain(Explainer explainer, Question question) throws IOException {
        try (var bar = Progress.bar("explaining", PROGRESS_STEPS)) {
            return explainer.explain(file, question, share -> bar.stepTo(Math.round(PROGRESS_STEPS * share)));
        }
    }

    private void tell(Answer answer, List<Path> written, String version) {
        if (json) {
            System.out.println(Results.json(Explained.of(file, method, version, answer, written)));
        } else {
            answer.lines().forEach(System.out::println);
            written.forEach(System.out::println);
        }
    }

    private static List<Path> write(Answer answer, Path folder) throws IOException {
        Files.createDirectories(folder);
        var written = new ArrayList<Path>();
        for (var artifact : answer.artifacts()) {
            written.add(Files.write(folder.resolve(artifact.name()), artifact.bytes()));
        }
        return written;
    }

    private Checkpoint model() throws IOException {
        try {
            return checkpoint == null ? shipped() : Checkpoint.read(checkpoint);
        } catch (IOException | IllegalArgumentException unusable) {
            throw new CommandFailedException("cannot read the model: " + unusable.getMessage());
        }
    }

    private Checkpoint shipped() throws IOException {
        return ScoreReader.isScore(file) ? Champion.ofScores() : Champion.checkpoint();
    }
}
