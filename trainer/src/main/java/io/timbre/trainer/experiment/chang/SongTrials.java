package io.timbre.trainer.experiment.chang;

import io.timbre.trainer.data.Cal500;
import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Grouping;
import io.timbre.trainer.data.LeakageAudit;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.Prediction;
import io.timbre.trainer.data.Split;
import io.timbre.trainer.data.Splits;
import io.timbre.trainer.experiment.ExperimentSettings;
import io.timbre.trainer.fit.EarlyStopping;
import io.timbre.trainer.fit.EpochFigures;
import io.timbre.trainer.fit.FitSettings;
import io.timbre.trainer.fit.Loss;
import io.timbre.trainer.fit.Schedule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fits attempts to CAL500, each on the same folds, and judges all by the emotions that are known. */
final class SongTrials {

    private static final int FOLDS = 5;
    private static final int QUICK_FOLDS = 3;
    private static final int EPOCHS = 30;
    private static final int QUICK_EPOCHS = 4;
    private static final int BATCH = 32;

    private final ExperimentSettings settings;
    private final Cal500 songs;
    private final Dataset emotions;

    private SongTrials(ExperimentSettings settings, Cal500 songs) {
        this.settings = settings;
        this.songs = songs;
        this.emotions = songs.emotions();
    }

    /** Reads the songs, and splits them once, so that bad data is found before anything is fitted. */
    static SongTrials on(ExperimentSettings settings) throws IOException {
        var trials = new SongTrials(settings, Cal500.read(settings.data()));
        trials.folds(settings.seed());
        return trials;
    }

    /** How it is measured, for reports. */
    String protocol() {
        return folds(settings.seed()).getFirst().protocol();
    }

    int songs() {
        return emotions.examples().size();
    }

    /** Cross-validates an attempt: every song is judged by a network that has seen no song of its artist. */
    SongOutcome run(SongAttempt attempt, long seed) {
        var dataset = attempt.targets().dataset(songs);
        var network = attempt.network(dataset.classes().size());
        var answers = new ArrayList<List<Prediction>>();
        var epochs = new ArrayList<EpochFigures>();
        int number = 0;
        for (var fold : folds(seed)) {
            number++;
            var stage = attempt.name() + ", seed " + seed + ", fold " + number;
            var result = settings.fits().fit(network, fitSettings(seed), with(dataset, fold), stage);
            answers.add(onEmotions(dataset, result.predictions().getOrDefault(Part.TEST, List.of())));
            epochs.addAll(number == 1 ? result.epochs() : List.of());
        }
        return new SongOutcome(attempt.name(), emotions.classes(), answers, epochs);
    }

    private List<Split> folds(long seed) {
        var folds = Splits.folds(emotions, Set.of(Grouping.ARTIST), settings.quick() ? QUICK_FOLDS : FOLDS, seed);
        folds.forEach(fold -> LeakageAudit.of(fold).requireNone());
        return folds;
    }

    /** The fold's parts, of the same songs with other targets. */
    private static Split with(Dataset dataset, Split fold) {
        var parts = new HashMap<String, Part>();
        fold.parts().forEach((part, examples) -> examples.forEach(example -> parts.put(example.id(), part)));
        return Splits.given(dataset, fold.protocol(), example -> Optional.ofNullable(parts.get(example.id())));
    }

    /** Of what a network says, what it says of emotions, beside what is known of them. */
    private List<Prediction> onEmotions(Dataset dataset, List<Prediction> predictions) {
        Map<String, Example> known = new HashMap<>();
        emotions.examples().forEach(example -> known.put(example.id(), example));
        int[] columns =
                emotions.classes().stream().mapToInt(dataset.classes()::indexOf).toArray();
        var projected = new ArrayList<Prediction>();
        for (var prediction : predictions) {
            var posteriors = new float[columns.length];
            for (int i = 0; i < columns.length; i++) {
                posteriors[i] = prediction.posteriors()[columns[i]];
            }
            projected.add(
                    new Prediction(known.getOrDefault(prediction.example().id(), prediction.example()), posteriors));
        }
        return projected;
    }

    private FitSettings fitSettings(long seed) {
        return new FitSettings(
                seed,
                settings.quick() ? QUICK_EPOCHS : EPOCHS,
                BATCH,
                Loss.SIGMOID_CROSS_ENTROPY,
                2e-3,
                new Schedule.Constant(),
                new EarlyStopping(3, 0),
                1e-4,
                5,
                false);
    }
}
