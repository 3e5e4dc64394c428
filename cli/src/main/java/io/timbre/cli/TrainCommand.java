package io.timbre.cli;

import io.timbre.networks.model.Checkpoint;
import io.timbre.signal.frontend.LogMel;
import io.timbre.trainer.champion.GenreTrainer;
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
    private static final int TRACKS_BETWEEN_WORDS = 100;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Has gtzan_audio and gtzan_index; or midi_genres, with --scores.")
    private Path data = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the checkpoint goes.")
    private Path out = Path.of("");

    @Option(names = "--seed", description = "Of weights, sampling, augmentation and dropout.", defaultValue = "1")
    private long seed = 1;

    @Option(names = "--epochs", description = "At most so many.", defaultValue = "80")
    private int epochs = 80;

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
        var settings = TrainingSettings.standard().withSeed(seed).withEpochs(epochs);
        var trainer = new GenreTrainer(LogMel.standard(), settings, this);
        try (var bars = new FitBars()) {
            progress = Progress.isWatched() ? bars : new FitLines(System.err, System::nanoTime);
            return scores
                    ? new StephenTrainer(seed, epochs, fitBegins()).train(data, out)
                    : state.map(trainer::resumable).orElse(trainer).train(data, out);
        } catch (UncheckedIOException | IllegalArgumentException | ArithmeticException unusable) {
            throw new CommandFailedException("cannot train: " + unusable.getMessage());
        }
    }

    @Override
    public void trackLoaded(int loaded, int of) {
        if (loaded == of || loaded % TRACKS_BETWEEN_WORDS == 0) {
            System.err.printf(Locale.ROOT, "decoded %d of %d tracks%n", loaded, of);
        }
    }

    @Override
    public FitListener fitBegins() {
        return progress.stage("training");
    }
}
