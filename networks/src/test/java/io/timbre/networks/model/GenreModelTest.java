package io.timbre.networks.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.engine.DeviceWish;
import io.timbre.networks.engine.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GenreModelTest {

    private static final GenreModel MODEL = GenreModel.load(SeededModel.checkpoint(0));
    private static final float[][] TRACK = SeededModel.segments(7, 5);

    @AfterAll
    static void close() {
        MODEL.close();
    }

    @Test
    void aTracksResultDoesNotDependOnItsNeighbours() {
        var alone = MODEL.predict(TRACK);
        // 30 + 5 + 40 segments: the track straddles two forward passes
        var among = MODEL.predict(List.of(SeededModel.segments(8, 30), TRACK, SeededModel.segments(9, 40)))
                .get(1);

        assertThat(among.posteriors()).containsExactly(alone.posteriors(), within(1e-6f));
        assertThat(among.embedding()).containsExactly(alone.embedding(), within(1e-6f));
        assertThat(among.genre()).isEqualTo(alone.genre());
    }

    @Test
    void segmentsDifferAndKeepTheirOrder() {
        var rows = MODEL.predict(TRACK).segmentPosteriors();
        var last = MODEL.predict(new float[][] {TRACK[4]});

        assertThat(rows).hasNumberOfRows(5);
        assertThat(rows[4]).containsExactly(last.posteriors(), within(1e-6f));
        assertThat(rows[0]).isNotEqualTo(rows[4]);
    }

    @Test
    void aTracksPosteriorsAreTheMeanOfItsSegments() {
        var prediction = MODEL.predict(TRACK);

        assertThat(prediction.posteriors())
                .containsExactly(Softmax.mean(prediction.segmentPosteriors()), within(1e-6f));
        double sum = 0;
        for (float posterior : prediction.posteriors()) {
            sum += posterior;
        }
        assertThat(sum).isCloseTo(1, within(1e-6));
        assertThat(prediction.embedding()).hasSize(SeededModel.NETWORK.embeddingSize());
    }

    @Test
    void namesTheBestClassOrUnknown() {
        var sure = MODEL.predict(TRACK);
        assertThat(sure.genre()).isIn(SeededModel.CLASSES);
        assertThat(sure.confidence())
                .isEqualTo(sure.posteriors()[SeededModel.CLASSES.indexOf(sure.genre())])
                .isBetween(1 / 3f, 1f);

        try (var strict = GenreModel.load(SeededModel.checkpoint(1))) {
            assertThat(strict.predict(TRACK).genre()).isEqualTo("unknown");
        }
    }

    @Test
    void makesTwoPosteriorsOfOneLogit() {
        try (var model = GenreModel.load(SeededModel.oneLogit("stephen-rnn-1", List.of("dance", "jazz")))) {
            var posteriors = model.predict(new float[][] {new float[100]}).posteriors();
            assertThat(posteriors).hasSize(2);
            assertThat(posteriors[0] + posteriors[1]).isCloseTo(1, within(1e-6f));
        }
    }

    @Test
    void threadsMayShareIt() throws Exception {
        var expected = MODEL.predict(TRACK).posteriors();
        Callable<float[]> predict = () -> MODEL.predict(TRACK).posteriors();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var results = new ArrayList<Callable<float[]>>();
            for (int i = 0; i < 20; i++) {
                results.add(predict);
            }
            for (var result : threads.invokeAll(results)) {
                assertThat(result.get()).containsExactly(expected, within(1e-6f));
            }
        }
    }

    @Test
    void refusesWhatIsNoTrack() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.predict(new float[0][]))
                .withMessage("a track must have at least one segment: had none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.predict(new float[][] {new float[7]}))
                .withMessage("a segment of (1, 128, 87) must have 11136 values: had 7");
    }

    @ParameterizedTest
    @EnumSource(names = {"ONNXRUNTIME", "PYTORCH"})
    void otherEnginesGiveTheSame(ComputeEngine engine) {
        // 40 segments: more than one forward pass
        var tracks = List.of(TRACK, SeededModel.segments(8, 35));
        var expected = MODEL.predict(tracks);
        try (var model = GenreModel.load(SeededModel.checkpoint(0), Placement.of(engine, DeviceWish.CPU))) {
            var given = model.predict(tracks);

            assertThat(given).hasSize(2);
            for (int track = 0; track < 2; track++) {
                assertThat(given.get(track).posteriors())
                        .containsExactly(expected.get(track).posteriors(), within(1e-4f));
                assertThat(given.get(track).embedding())
                        .containsExactly(expected.get(track).embedding(), within(1e-4f));
            }
        }
    }

    @Test
    void noTracksNoPredictions() {
        assertThat(MODEL.predict(List.of())).isEmpty();
    }
}
