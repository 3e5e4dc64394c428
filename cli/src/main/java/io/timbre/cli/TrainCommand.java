package io.timbre.cli;

import io.timbre.networks.model.Checkpoint;
import io.timbre.trainer.champion.ChampionTrainer;
import io.timbre.trainer.champion.TrainingListener;
import io.timbre.trainer.champion.TrainingSettings;
import io.timbre.trainer.experiment.ExperimentListener;
import io.timbre.trainer.experiment.stephen.StephenTrainer;
import io.timbre.trainer.fit.FitListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code timbre train}: a model from recordings, and an honest word on how good it is. */
@Command(
        name = "train",
        description = "Trains a genre model and writes its checkpoint and model card.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class TrainCommand implements Callable<Integer>, TrainingListener {
    private static final int EPOCHS_OF_SCORES = 80;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Has gtzan_spectrograms, gtzan_audio and gtzan_index; or midi_genres, with --scores.")
    private Path data = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the checkpoint goes.")
    private Path out = Path.of("");

    @Option(
            names = "--outliers",
            paramLabel = "DIR",
            description = "Recordings of no music, such as speech, in a folder a source. What they sound like is"
                    + " `unknown` to the model. Any audio files, at any depth.")
    private Optional<Path> outliers = Optional.empty();

    @Option(names = "--seed", description = "Of weights, sampling, augmentation and dropout.", defaultValue = "1")
    private long seed = 1;

    @Option(names = "--epochs", description = "Instead of those that the shipped models were trained for.")
    private Optional<Integer> epochs = Optional.empty();

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Is written after each epoch; a training that was killed goes on from what is there.")
    private Optional<Path> state = Optional.empty();

    @Option(names = "--scores", description = "Trains Stephen's network on MIDI files instead: classical against jazz.")
    private boolean scores;

    private ExperimentListener progress = ExperimentListener.SILENT;

    @Override
    public Integer call() throws IOException {
        if (scores && state.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--scores takes seconds and keeps no --state");
        }
        if (scores && outliers.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--scores are read, not heard: there are no --outliers");
        }
        var checkpoint = train();
        var test = checkpoint.description().test();
        System.out.printf(
                Locale.ROOT,
                "%s: %d of %d test %s right, %.1f %% (95 %% interval %.1f to %.1f %%)%n",
                checkpoint.description().version(),
                test.correct(),
                test.tracks(),
                scores ? "pieces" : "tracks",
                100 * test.accuracy(),
                100 * test.accuracyLow(),
                100 * test.accuracyHigh());
        return 0;
    }

    private Checkpoint train() throws IOException {
        var standard = TrainingSettings.standard().withSeed(seed);
        var settings = epochs.map(standard::withEpochs).orElse(standard);
        try (var bars = new FitBars()) {
            progress = Progress.isWatched() ? bars : new FitLines(System.err, System::nanoTime);
            return scores
                    ? new StephenTrainer(seed, epochs.orElse(EPOCHS_OF_SCORES), fitBegins("training")).train(data, out)
                    : new ChampionTrainer(settings, this, state).train(data, outliers, out);
        } catch (UncheckedIOException | IllegalArgumentException | ArithmeticException unusable) {
            throw new CommandFailedException("cannot train: " + unusable.getMessage());
        }
    }

    @Override
    public FitListener fitBegins(String what) {
        return progress.stage(what);
    }
}
