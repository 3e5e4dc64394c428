package io.timbre.trainer.champion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.timbre.networks.model.Checkpoint;
import io.timbre.networks.model.GenreModel;
import io.timbre.networks.zoo.GaborMlp;
import io.timbre.trainer.champion.Corpus.Track;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.fit.EpochFigures;
import io.timbre.trainer.fit.FitListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenreTrainerTest {

    private static final TrainingSettings QUICK = Settings.quick();
    private static final Corpus NOISES = new Corpus("made-up noise", List.of("bright", "dark"), noises());

    @Test
    void learnsToTellBrightFromDark(@TempDir Path folder) throws Exception {
        var epochs = new ArrayList<EpochFigures>();
        train(what -> epochs::add).write(folder);

        var read = Checkpoint.read(folder);
        assertThat(read.description().test().accuracy()).isEqualTo(1);
        var reference = read.reference().orElseThrow();
        assertThat(reference.tracksFrom()).isEqualTo("test tracks of made-up noise");
        assertThat(reference.labels()).containsExactly(0, 1, 0, 1);
        assertThat(read.description().frontEnd().fingerprint()).isEqualTo(Tracks.FRONT_END.fingerprint());
        assertThat(epochs.getLast().trainingLoss()).isLessThan(epochs.getFirst().trainingLoss());
        assertThat(epochs).anyMatch(EpochFigures::best);
        assertThat(read.card())
                .contains(
                        "made-up noise",
                        "| dark | 2 | 2 | 100 % |",
                        "| AveragePool, window 4x42 | (32, 18, 1) |",
                        "./timbre train --data DIR --out DIR --seed 1",
                        "The calibration error on the 4 test tracks is ");
        try (var model = GenreModel.load(read)) {
            assertThat(brightness(model, noise("new", 0, Part.TEST, -0.85))).isGreaterThan(0.5f);
            assertThat(brightness(model, noise("new", 1, Part.TEST, 0.85))).isLessThan(0.5f);
            var second = model.predict(segments(NOISES.of(Part.TEST).get(1)));
            assertThat(reference.posteriors()[1]).containsExactly(second.posteriors(), within(1e-5f));
            assertThat(reference.embeddings()[1]).containsExactly(second.embedding(), within(1e-5f));
        }
    }

    @Test
    void theSameSeedGivesTheSameModel() {
        assertThat(train(TrainingListener.SILENT).description())
                .isEqualTo(train(TrainingListener.SILENT).description());
    }

    @Test
    void aTrainingThatWasKilledGoesOnToTheSameModel(@TempDir Path state) {
        TrainingListener killer = what -> epoch -> {
            if (epoch.number() == 2) {
                throw new IllegalStateException("killed");
            }
        };
        assertThatIllegalStateException()
                .isThrownBy(() -> new GenreTrainer(Tracks.FRONT_END, QUICK, killer)
                        .resumable(state)
                        .train(NOISES));
        var seen = new ArrayList<EpochFigures>();

        var resumed = new GenreTrainer(Tracks.FRONT_END, QUICK, what -> seen::add)
                .resumable(state)
                .train(NOISES);

        assertThat(resumed.description())
                .isEqualTo(train(TrainingListener.SILENT).description());
        assertThat(seen.getFirst().number()).isEqualTo(3);
    }

    @Test
    void calibratesByNetworksThatHaveNotSeenATrackAndTrainsTheLastOnAll() {
        var fits = new ArrayList<String>();
        var noises = new Corpus("noise", NOISES.classes(), withoutTest());

        var trained = new GenreTrainer(Tracks.FRONT_END, Settings.folded(), what -> {
                    fits.add(what);
                    return FitListener.SILENT;
                })
                .train(noises)
                .description();

        assertThat(fits)
                .hasSize(4 * GaborMlp.MEMBERS)
                .startsWith("fold 1 of 3, member 1")
                .endsWith("all tracks, member " + GaborMlp.MEMBERS);
        assertThat(trained.validation().tracks()).isEqualTo(8); // each held back once
        assertThat(trained.training().tracks()).containsEntry("bright", 4);
        assertThat(trained.training().settings()).containsEntry("best_epoch", "3");
        assertThat(trained.test().tracks()).isZero();
    }

    @Test
    void asksEachFoldAboutTheOutliersThatItHasNotHeard() {
        var settings = Settings.folded(2);
        var sources = List.of(
                new OutlierSource("anna", Outliers.of(Tracks.FRONT_END, 3, 1)),
                new OutlierSource("bert", Outliers.of(Tracks.FRONT_END, 2, 2)));
        var trainer = new GenreTrainer(Tracks.FRONT_END, settings, TrainingListener.SILENT);

        var with = trainer.outliers(sources).train(NOISES);
        var without = trainer.train(NOISES);

        assertThat(with.description().training().settings())
                .containsEntry("recorded_outliers", "anna 3 + bert 2")
                .containsKey("unheard_outliers_unknown");
        assertThat(with.description().training().command()).contains("--outliers DIR");
        assertThat(with.card()).contains("recorded speech, animals").contains("sources that a fold had not heard");
        assertThat(without.description().training().settings()).doesNotContainKey("recorded_outliers");
        assertThat(without.card()).contains("one in twenty of the rightly recognised");
        assertThat(with.description().parameters().sha256())
                .isNotEqualTo(without.description().parameters().sha256());
    }

    @Test
    void goesOnFromAModelThatIsThere() {
        var champion = train(TrainingListener.SILENT);
        var epochs = new ArrayList<EpochFigures>();

        var tuned = new GenreTrainer(Tracks.FRONT_END, QUICK.withEpochs(1), what -> epochs::add)
                .from(champion)
                .train(NOISES);

        assertThat(epochs.getFirst().trainingAccuracy()).isGreaterThan(0.7); // one row in nine is an outlier
        assertThat(tuned.description().version())
                .isNotEqualTo(champion.description().version());
    }

    @Test
    void refusesToGoOnFromAModelOfOtherClasses() {
        var champion = train(TrainingListener.SILENT);
        var others = new Corpus("noise", List.of("loud", "soft"), NOISES.tracks());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GenreTrainer(Tracks.FRONT_END, QUICK, TrainingListener.SILENT)
                        .from(champion)
                        .train(others))
                .withMessageContaining("[bright, dark]: were [loud, soft]");
    }

    @Test
    void refusesDataWithoutValidationTracks() {
        var unjudged = new Corpus(
                "half",
                NOISES.classes(),
                NOISES.tracks().stream()
                        .filter(track -> track.part() != Part.VALIDATION)
                        .toList());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GenreTrainer(Tracks.FRONT_END, QUICK, TrainingListener.SILENT).train(unjudged))
                .withMessage("the data must have tracks for VALIDATION: has none");
    }

    private static List<Track> withoutTest() {
        return NOISES.tracks().stream()
                .filter(track -> track.part() != Part.TEST)
                .toList();
    }

    private static Checkpoint train(TrainingListener listener) {
        return new GenreTrainer(Tracks.FRONT_END, QUICK, listener).train(NOISES);
    }

    private static List<Track> noises() {
        var tracks = new ArrayList<Track>();
        for (var part : Part.values()) {
            for (int i = 0; i < 2; i++) {
                tracks.add(noise(part + "-bright-" + i, 0, part, -0.9 + 0.1 * i));
                tracks.add(noise(part + "-dark-" + i, 1, part, 0.8 + 0.1 * i));
            }
        }
        return tracks;
    }

    private static Track noise(String id, int label, Part part, double colour) {
        return Tracks.noise(id, label, part, colour, id.hashCode());
    }

    private static float brightness(GenreModel model, Track track) {
        return model.predict(segments(track)).posteriors()[0];
    }

    private static float[][] segments(Track track) {
        return TrackSegments.of(List.of(track), Tracks.FRAMES)
                .getFirst()
                .segments()
                .toArray(float[][]::new);
    }
}
