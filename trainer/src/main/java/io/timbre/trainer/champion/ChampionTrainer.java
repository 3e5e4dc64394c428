package io.timbre.trainer.champion;

import io.timbre.networks.model.Checkpoint;
import io.timbre.signal.frontend.LinearLevels;
import io.timbre.trainer.champion.Corpus.Track;
import io.timbre.trainer.data.GtzanPictures;
import io.timbre.trainer.data.GtzanPictures.Picture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Trains the model that ships, on the pictures of GTZAN's whole tracks, and writes its checkpoint.
 *
 * <pre>{@code
 * var checkpoint = new ChampionTrainer(TrainingSettings.standard(), listener, Optional.empty()).train(data, Optional.empty(), out);
 * }</pre>
 */
public final class ChampionTrainer {

    /** No voice shall drown the others. */
    private static final int OUTLIERS_A_SOURCE = 200;

    private final LinearLevels frontEnd = LinearLevels.standard();
    private final GenreTrainer trainer;
    private final TrainingSettings settings;

    /**
     * Readies a training.
     *
     * @param state a folder that is written after each epoch, and gone on from: see {@link GenreTrainer#resumable}
     */
    public ChampionTrainer(TrainingSettings settings, TrainingListener listener, Optional<Path> state) {
        var fresh = new GenreTrainer(frontEnd, settings, listener);
        this.settings = settings;
        this.trainer = state.map(fresh::resumable).orElse(fresh);
    }

    /**
     * Trains on the data folder's {@code gtzan_spectrograms} and {@code gtzan_index}; listens to the test tracks in {@code
     * gtzan_audio} and to {@code cc_audio}, if that is there.
     *
     * @param outliers folder of recordings of no music, a folder a source; see {@link OutlierRecordings}
     * @param out folder of the checkpoint, made if need be
     * @throws IOException if the data cannot be read or the checkpoint cannot be written
     * @throws IllegalArgumentException if the split mixes tracks or artists, if it gives a part no track, if the state
     *     that was left is of another training, or if the outliers are of fewer than two sources
     */
    public Checkpoint train(Path data, Optional<Path> outliers, Path out) throws IOException {
        var corpus = corpus(GtzanPictures.read(data));
        var recorded = outliers.isPresent()
                ? new OutlierRecordings(frontEnd, OUTLIERS_A_SOURCE, settings.seed()).of(outliers.get())
                : List.<OutlierSource>of();
        var trained = trainer.outliers(recorded).train(corpus);
        var checkpoint = trained.withCard(trained.card() + new HearingReport(frontEnd, trained).of(data, corpus));
        checkpoint.write(out);
        return checkpoint;
    }

    static Corpus corpus(List<Picture> pictures) {
        var classes = pictures.stream().map(Picture::genre).distinct().sorted().toList();
        var tracks = pictures.stream()
                .map(picture -> new Track(
                        picture.id(),
                        picture.artist().orElse(picture.id()),
                        classes.indexOf(picture.genre()),
                        picture.part(),
                        List.of(new Strip(picture.levels(), GtzanPictures.BANDS))))
                .toList();
        return new Corpus(GtzanPictures.SOURCE, classes, tracks);
    }
}
