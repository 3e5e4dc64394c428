package io.timbre.cli;

import io.timbre.cli.explanation.ExplanationStudy;
import io.timbre.trainer.experiment.Environment;
import io.timbre.trainer.experiment.Experiment;
import io.timbre.trainer.experiment.ExperimentSettings;
import io.timbre.trainer.experiment.Experiments;
import io.timbre.trainer.experiment.Fits;
import io.timbre.trainer.experiment.Report;
import io.timbre.trainer.experiment.ReportWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code timbre experiment}: a paper's study, repeated on the data at hand, and its report. */
@Command(
        name = "experiment",
        description = "Repeats a paper's study and writes a report; without a name, lists the studies.",
        mixinStandardHelpOptions = true)
final class ExperimentCommand implements Callable<Integer> {
    private static final String ENGINE = "MXNet";

    private final List<Experiment> experiments;
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Which study.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where gtzan_audio, midi_genres and the others lie; a study needs some of them.")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the report goes (default: experiments/NAME, or experiments/NAME-quick).")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Is written after each epoch; a study that was killed goes on from what is there.")
    private Optional<Path> state = Optional.empty();

    @Option(names = "--quick", description = "Fewer examples, epochs and seeds: does it work, in minutes?")
    private boolean quick;

    @Option(
            names = "--seed",
            description = "Of splits, weights and order (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private long seed = 1;

    ExperimentCommand() {
        this(Stream.concat(Experiments.all().stream(), Stream.of(new ExplanationStudy()))
                .toList());
    }

    ExperimentCommand(List<Experiment> experiments) {
        this.experiments = experiments;
    }

    @Spec
    void listTheStudies(CommandSpec ours) {
        spec = ours;
        ours.usageMessage().footer(Stream.of("", "Studies:", list()).toArray(String[]::new));
    }

    @Override
    public Integer call() throws IOException {
        if (name.isEmpty()) {
            System.out.println(list());
            return 0;
        }
        var experiment = named(name.get());
        var from = data.orElseThrow(() -> wrongUse("--data must say where the data lie"));
        var folder = out.orElseGet(() -> Path.of("experiments", experiment.name() + (quick ? "-quick" : "")));
        if (!Files.isDirectory(from)) {
            throw new CommandFailedException("no such folder: " + from);
        }
        makeWritable(folder); // before hours of training rather than after
        var report = run(experiment, from);
        ComparisonLines.of(report).forEach(System.out::println);
        System.out.println(new ReportWriter(Environment.here(ENGINE)).write(report, commandLine(experiment), folder));
        return 0;
    }

    private static void makeWritable(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException impossible) {
            throw new CommandFailedException("cannot write to " + folder + ": " + impossible.getMessage());
        }
    }

    private Report run(Experiment experiment, Path from) throws IOException {
        try (var bars = new FitBars()) {
            var listener = Progress.isWatched() ? bars : new FitLines(System.err, System::nanoTime);
            return experiment.run(new ExperimentSettings(from, quick, seed, new Fits(listener, state)));
        } catch (NoSuchFileException missing) {
            throw new CommandFailedException("no such file or folder: " + missing.getFile());
        } catch (UncheckedIOException | IllegalArgumentException | ArithmeticException unusable) {
            throw new CommandFailedException("cannot run " + experiment.name() + ": " + unusable.getMessage());
        }
    }

    private Experiment named(String wanted) {
        return experiments.stream()
                .filter(experiment -> experiment.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> wrongUse("there is no experiment " + wanted + "; there are: "
                        + experiments.stream().map(Experiment::name).collect(Collectors.joining(", "))));
    }

    /** What gives the report again. */
    private String commandLine(Experiment experiment) {
        return "./timbre experiment " + experiment.name() + " --data DIR --seed " + seed + (quick ? " --quick" : "");
    }

    private ParameterException wrongUse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private String list() {
        var table = new StatusTable("name", "what it repeats");
        experiments.forEach(experiment -> table.row(experiment.name(), experiment.description()));
        return table.toString();
    }
}
