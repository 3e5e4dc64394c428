package io.timbre.trainer.experiment.stephen;

import io.timbre.networks.model.Checkpoint;
import io.timbre.signal.frontend.Notes;
import io.timbre.trainer.champion.PieceCheckpoint;
import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.LeakageAudit;
import io.timbre.trainer.data.MidiGenres;
import io.timbre.trainer.data.Shares;
import io.timbre.trainer.data.Splits;
import io.timbre.trainer.fit.EarlyStopping;
import io.timbre.trainer.fit.FitListener;
import io.timbre.trainer.fit.Loss;
import io.timbre.trainer.fit.NetworkFit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trains Stephen's third iteration to be used and explained: classical against jazz, on pieces that share no file, tune or
 * artist with those that it is validated and tested on. Not the paper's electronic against jazz, of which raw pitches tell
 * it nothing: validated so, its mean recall is 55 %, and half by chance. Each class counts as much as the other, else it
 * would name the larger one for nearly all.
 */
public final class StephenTrainer {

    private static final List<String> CLASSES = List.of("jazz", "classical");
    private static final Shares SHARES = new Shares(0.6, 0.2, 0.2);
    private static final int PATIENCE = 10;

    private final long seed;
    private final int epochs;
    private final FitListener listener;

    /**
     * Readies a training.
     *
     * @param seed of split, weights and order
     * @param epochs at most
     */
    public StephenTrainer(long seed, int epochs, FitListener listener) {
        this.seed = seed;
        this.epochs = epochs;
        this.listener = listener;
    }

    /**
     * Trains on the scores below {@code data}: its folder {@code midi_genres}.
     *
     * @param out folder of the checkpoint, made if need be
     * @throws IOException if the data cannot be read or the checkpoint cannot be written
     * @throws IllegalArgumentException if there are too few pieces of a class
     */
    public Checkpoint train(Path data, Path out) throws IOException {
        var pieces = pieces(MidiGenres.read(data));
        var candidate = Candidate.published(3, pieces.classes().size()).balanced();
        var split = Splits.grouped(candidate.told(pieces), GroupedTest.kinds(pieces), SHARES, seed);
        LeakageAudit.of(split).requireNone();
        var settings = candidate.settings(Loss.SOFTMAX_CROSS_ENTROPY, epochs, seed, new EarlyStopping(PATIENCE, 0));
        var maker = new PieceCheckpoint(candidate.network(), Notes.standard(), split);
        var fitted = new NetworkFit(candidate.network(), settings, listener).fit(split);
        var used = Map.of("seed", "" + seed, "epochs", "" + epochs, "patience", "" + PATIENCE);
        var checkpoint = maker.make(fitted, used, "./timbre train --scores --data DIR --out DIR --seed " + seed);
        checkpoint.write(out);
        return checkpoint;
    }

    private static Dataset pieces(MidiGenres midi) {
        return midi.dataset(
                "midi_genres: jazz and classical",
                CLASSES,
                piece -> Optional.of(piece.genre()).filter(CLASSES::contains));
    }
}
