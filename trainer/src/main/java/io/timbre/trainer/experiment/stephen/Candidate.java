package io.timbre.trainer.experiment.stephen;

import io.timbre.networks.table.Dropout;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.Layer;
import io.timbre.networks.table.MaxOverTime;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Recurrent;
import io.timbre.networks.table.Recurrent.Cell;
import io.timbre.networks.table.Standardisation;
import io.timbre.networks.zoo.Stephen;
import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.Split;
import io.timbre.trainer.experiment.Fits;
import io.timbre.trainer.fit.EarlyStopping;
import io.timbre.trainer.fit.FitResult;
import io.timbre.trainer.fit.FitSettings;
import io.timbre.trainer.fit.Loss;
import io.timbre.trainer.fit.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A network and what it is told of a piece.
 *
 * @param clipNorm of its gradient, see {@link FitSettings}
 * @param classWeights whether each class counts as much as any other
 */
record Candidate(String name, NoteInput input, Network network, double clipNorm, boolean classWeights) {

    private static final int UNITS = 32;
    private static final float DROPPED = 0.5f;
    private static final double CLIP_NORM = 5;

    /** An iteration of the paper on raw pitches, as published. */
    static Candidate published(int iteration, int classes) {
        var network = switch (iteration) {
            case 1 -> Stephen.iteration1(classes);
            case 2 -> Stephen.iteration2(classes);
            default -> Stephen.iteration3(classes);
        };
        return new Candidate("iteration " + iteration + ", raw pitches", NoteInput.PITCH, network, 0, false);
    }

    /** The same, but pitches have mean 0 and deviation 1, and long gradients are cut. */
    static Candidate standardised(int iteration, int classes) {
        var layers = new ArrayList<Layer>(List.of(new Standardisation()));
        layers.addAll(published(iteration, classes).network.layers());
        return new Candidate(
                "iteration " + iteration + ", standardised",
                NoteInput.PITCH,
                new Network("stephen-rnn-" + iteration + "-standardised", Stephen.NOTES, layers),
                CLIP_NORM,
                false);
    }

    /** Ours: gated cells of 32 units, the largest of each unit over all notes, dropout. */
    static Candidate gated(Cell cell, NoteInput input, int classes) {
        List<Layer> layers = List.of(
                new Standardisation(),
                new Recurrent(cell, UNITS),
                new MaxOverTime(),
                new Dropout(DROPPED),
                output(classes));
        var network = new Network("notes-" + cell.name().toLowerCase(Locale.ROOT), input.shape(), layers);
        return new Candidate(cell + " of " + input.words(), input, network, CLIP_NORM, false);
    }

    /** The same network, fitted so that each class counts as much as any other. */
    Candidate balanced() {
        return new Candidate(name + ", classes weighted", input, network, clipNorm, true);
    }

    /** One logit for two classes, as in the paper. */
    private static FullyConnected output(int classes) {
        return new FullyConnected(classes == 2 ? 1 : classes);
    }

    /** All epochs on whatever the split trains with: the paper's Adam, batches of 32. */
    FitResult fit(Split split, Loss loss, int epochs, long seed, Fits fits, String stage) {
        return fits.fit(network, settings(loss, epochs, seed, EarlyStopping.never()), split, stage);
    }

    /** As long as the validation part gains by it. */
    FitResult fitUntilFlat(Split split, Effort effort, long seed, Fits fits, String stage) {
        var stopping = new EarlyStopping(effort.patience(), 0);
        var settings = settings(Loss.SOFTMAX_CROSS_ENTROPY, effort.honestEpochs(), seed, stopping);
        return fits.fit(network, settings, split, stage);
    }

    FitSettings settings(Loss loss, int epochs, long seed, EarlyStopping stopping) {
        var adam = FitSettings.of(loss, epochs, seed);
        return new FitSettings(
                seed,
                epochs,
                adam.batchSize(),
                loss,
                adam.learningRate(),
                new Schedule.Constant(),
                stopping,
                0,
                clipNorm,
                classWeights);
    }

    /** The pieces as this network is told of them. */
    Dataset told(Dataset notes) {
        return input.of(notes);
    }
}
