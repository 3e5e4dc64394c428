package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.engine.DeviceWish;
import io.timbre.networks.engine.Placement;
import io.timbre.networks.model.Champion;
import io.timbre.networks.model.GenreModel;
import io.timbre.networks.model.TrackPrediction;
import io.timbre.signal.Audio;
import io.timbre.signal.codec.AudioDecoder;
import io.timbre.signal.codec.DecodeLimits;
import io.timbre.signal.codec.UndecodableException;
import io.timbre.signal.frontend.FrontEnds;
import io.timbre.signal.frontend.Notes;
import io.timbre.signal.frontend.Segment;
import io.timbre.signal.frontend.UnusableAudioException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The model and the front end live in modules that do not know each other: here they meet. */
class ChampionTest {
    @Test
    void theModelThatShipsWasTrainedOnTheFrontEndThatRuns() {
        var trainedOn = Champion.checkpoint().description().frontEnd();
        var frontEnd = FrontEnds.served();

        assertThat(trainedOn.name()).isEqualTo(frontEnd.name());
        assertThat(trainedOn.fingerprint()).isEqualTo(frontEnd.fingerprint());
        assertThat(trainedOn.segmentShape())
                .isEqualTo(Arrays.stream(frontEnd.segmentShape()).boxed().toList());
    }

    /** They are no part of its version, so nothing else would tell if they were of another model. */
    @Test
    void theModelThatShipsKeepsWhatItMadeOfItsTestTracks() {
        var test = Champion.checkpoint().description().test();
        var kept = Champion.checkpoint().reference().orElseThrow();

        assertThat(kept.tracksFrom()).isEqualTo(test.tracksFrom());
        assertThat(kept.tracks()).isEqualTo(test.tracks());
        assertThat(IntStream.range(0, kept.tracks()).filter(i -> best(kept.posteriors()[i]) == kept.labels()[i]))
                .hasSize(test.correct());
    }

    private static int best(float[] posteriors) {
        return IntStream.range(0, posteriors.length)
                .boxed()
                .max(Comparator.comparing(i -> posteriors[i]))
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.9, 0})
    void theModelThatShipsMakesNothingOfWhiteAndBrightNoise(double colour) {
        var random = new Random(1);
        var samples = new float[FrontEnds.served().segmentSamples()];
        for (int i = 1; i < samples.length; i++) {
            samples[i] = (float) (colour * samples[i - 1] + 0.05 * random.nextGaussian());
        }

        assertThat(genre(new Audio(samples, FrontEnds.served().sampleRateHz()))).isEqualTo(TrackPrediction.UNKNOWN);
    }

    /** Readers of audiobooks, whom no training heard. */
    @ParameterizedTest
    @ValueSource(strings = {"198-209-0000.ogg", "3436-172162-0000.ogg", "5703-47212-0000.ogg"})
    void theModelThatShipsMakesNothingOfSpeech(String recording) throws IOException, UndecodableException {
        var file = data().resolve("cc_audio").resolve(recording);
        var decoder = new AudioDecoder(new DecodeLimits(Duration.ofMinutes(1)));

        assertThat(genre(decoder.decode(file, FrontEnds.served().sampleRateHz()).audio()))
                .isEqualTo(TrackPrediction.UNKNOWN);
    }

    /** Or the test is skipped, as it says: recordings are no part of the project. */
    private static Path data() {
        var folder =
                Path.of(System.getProperty("timbre.data", System.getProperty("timbre.home", "..") + "/../shared/data"));
        assumeThat(folder).as("needs the data folder: set -Dtimbre.data").isDirectory();
        return folder;
    }

    private static String genre(Audio audio) {
        try (var model = GenreModel.load(Champion.checkpoint())) {
            return model.predict(FrontEnds.served().segments(audio).stream()
                            .map(Segment::values)
                            .toArray(float[][]::new))
                    .genre();
        } catch (UnusableAudioException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theModelOfScoresWasTrainedOnTheNotesThatAreReadNow() {
        assertThat(Champion.ofScores().description().frontEnd().fingerprint())
                .isEqualTo(Notes.standard().fingerprint());
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "PyTorch's natives are for this one")
    void theModelThatShipsSaysTheSameOnPyTorch() {
        try (var mxNet = GenreModel.load(Champion.checkpoint());
                var pyTorch =
                        GenreModel.load(Champion.checkpoint(), Placement.of(ComputeEngine.PYTORCH, DeviceWish.CPU))) {
            var track = new float[][] {segment(), new float[segment().length]};
            var expected = mxNet.predict(track);
            var said = pyTorch.predict(track);

            assertThat(said.posteriors()).containsExactly(expected.posteriors(), within(1e-4f));
            assertThat(said.segmentPosteriors()[0]).containsExactly(expected.segmentPosteriors()[0], within(1e-4f));
            assertThat(said.genre()).isEqualTo(expected.genre());
            // or it was the same engine twice: no two round alike
            assertThat(said.embedding()).isNotEqualTo(expected.embedding());
        }
    }

    /** Noise as loud as music, in decibels below its loudest. */
    static float[] segment() {
        var random = new Random(1);
        var segment = new float[128 * 62];
        for (int i = 0; i < segment.length; i++) {
            segment[i] = (float) (-30 + 10 * random.nextGaussian());
        }
        return segment;
    }
}
