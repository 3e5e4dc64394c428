package io.timbre.trainer.champion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.timbre.networks.model.Checkpoint;
import io.timbre.networks.model.GenreModel;
import io.timbre.signal.frontend.Segment;
import io.timbre.trainer.champion.Corpus.Track;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.fit.EpochFigures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenreTrainerTest {

    private static final TrainingSettings QUICK =
            new TrainingSettings("short-chunk-cnn", 1, 4, 5, 8, 3e-3, 0, 4, 0.1, 3, 0, 4, 4);
    private static final Corpus NOISES = new Corpus("made-up noise", List.of("bright", "dark"), noises());

    @Test
    void learnsToTellBrightFromDark(@TempDir Path folder) throws Exception {
        var epochs = new ArrayList<EpochFigures>();
        train(() -> epochs::add).write(folder);

        var read = Checkpoint.read(folder);
        assertThat(read.description().test().accuracy()).isEqualTo(1);
        assertThat(read.description().frontEnd().fingerprint()).isEqualTo(Tracks.FRONT_END.fingerprint());
        assertThat(epochs.getLast().trainingLoss()).isLessThan(epochs.getFirst().trainingLoss());
        assertThat(epochs).anyMatch(EpochFigures::best);
        assertThat(read.card())
                .contains(
                        "made-up noise",
                        "| dark | 2 | 2 | 100 % |",
                        "| MaxPool, window 2x2 | (16, 64, 43) |  | 4x4 |",
                        "./timbre train --data DIR --out DIR --seed 1");
        try (var model = GenreModel.load(read)) {
            assertThat(brightness(model, noise("new", 0, Part.TEST, -0.85))).isGreaterThan(0.5f);
            assertThat(brightness(model, noise("new", 1, Part.TEST, 0.85))).isLessThan(0.5f);
        }
    }

    @Test
    void theSameSeedGivesTheSameModel() {
        assertThat(train(TrainingListener.SILENT).description())
                .isEqualTo(train(TrainingListener.SILENT).description());
    }

    @Test
    void aTrainingThatWasKilledGoesOnToTheSameModel(@TempDir Path state) {
        TrainingListener killer = () -> epoch -> {
            if (epoch.number() == 2) {
                throw new IllegalStateException("killed");
            }
        };
        assertThatIllegalStateException()
                .isThrownBy(() -> new GenreTrainer(Tracks.FRONT_END, QUICK, killer)
                        .resumable(state)
                        .train(NOISES));
        var seen = new ArrayList<EpochFigures>();

        var resumed = new GenreTrainer(Tracks.FRONT_END, QUICK, () -> seen::add)
                .resumable(state)
                .train(NOISES);

        assertThat(resumed.description())
                .isEqualTo(train(TrainingListener.SILENT).description());
        assertThat(seen.getFirst().number()).isEqualTo(3);
    }

    @Test
    void refusesDataWithoutTestTracks() {
        var untested = new Corpus(
                "half",
                NOISES.classes(),
                NOISES.tracks().stream()
                        .filter(track -> track.part() != Part.TEST)
                        .toList());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GenreTrainer(Tracks.FRONT_END, QUICK, TrainingListener.SILENT).train(untested))
                .withMessage("the data must have tracks for TEST: has none");
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

    private static float brightness(GenreModel model, Track track) throws Exception {
        var segments = Tracks.FRONT_END.segments(track.recordings().getFirst()).stream()
                .map(Segment::values)
                .toArray(float[][]::new);
        return model.predict(segments).posteriors()[0];
    }
}
