package io.timbre.trainer.champion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibratorTest {

    @Test
    void findsTheTemperatureOfATooSureNetwork() {
        // Says "first" with odds of 81 to 1 but is right three times in four, odds of 3 to 1:
        // ln 81 / T = ln 3, so T = 4 (the loss, from floats, is flat within 0.02), and the loss falls to the entropy
        // of (3/4, 1/4).
        var tooSure = fourTracks((float) Math.log(81));
        var calibration = Calibrator.calibrate(tooSure);

        assertThat(calibration.temperature()).isCloseTo(4, within(0.02));
        assertThat(Calibrator.negativeLogLikelihood(tooSure, calibration.temperature()))
                .isCloseTo(-0.75 * Math.log(0.75) - 0.25 * Math.log(0.25), within(1e-6))
                .isLessThan(Calibrator.negativeLogLikelihood(tooSure, 1));
    }

    @Test
    void warmsUpATimidNetworkToo() {
        // odds of the square root of 3 must become 3: T = 1/2
        assertThat(Calibrator.calibrate(fourTracks((float) Math.log(Math.sqrt(3))))
                        .temperature())
                .isCloseTo(0.5, within(0.01));
    }

    @Test
    void callsOneInTwentyOfTheRecognisedTracksUnknown() {
        var tracks = new ArrayList<TrackLogits>();
        for (int i = 1; i <= 40; i++) {
            tracks.add(track(0, new float[][] {{i / 10f, 0}}));
        }
        tracks.add(track(1, new float[][] {{0.05f, 0}})); // wrong, so it has no say
        var calibration = Calibrator.calibrate(tracks);

        var below = tracks.stream()
                .map(track -> new Decision(track.label(), track.posteriors(calibration.temperature())))
                .filter(Decision::isRight)
                .filter(decision -> decision.confidence() < calibration.unknownBelow());
        assertThat(below).hasSize(2);
    }

    /** Of forty tracks, of which each is surer than the one before, two are the twentieth part and four the tenth. */
    @Test
    void callsNineInTenOutliersUnknownUnlessThatCostsTooMany() {
        var tracks = new ArrayList<TrackLogits>();
        for (int i = 1; i <= 40; i++) {
            tracks.add(track(0, new float[][] {{i / 10f, 0}}));
        }

        assertThat(unknown(tracks, 0.01f)).isEqualTo(2); // these would be unknown anyway
        assertThat(unknown(tracks, 0.37f)).isEqualTo(3);
        assertThat(unknown(tracks, 3)).isEqualTo(4);
    }

    private static long unknown(List<TrackLogits> tracks, float outlier) {
        var outliers = Collections.nCopies(20, track(1, new float[][] {{outlier, 0}}));
        var calibration = Calibrator.calibrate(new HeldBack(tracks, outliers));
        return tracks.stream()
                .filter(track -> new Decision(0, track.posteriors(calibration.temperature())).confidence()
                        < calibration.unknownBelow())
                .count();
    }

    @Test
    void callsNothingUnknownIfNothingWasRecognised() {
        assertThat(Calibrator.calibrate(List.of(track(0, new float[][] {{0, 1}})))
                        .unknownBelow())
                .isZero();
    }

    private static List<TrackLogits> fourTracks(float logit) {
        return List.of(
                track(0, new float[][] {{logit, 0}}),
                track(0, new float[][] {{logit, 0}}),
                track(0, new float[][] {{logit, 0}}),
                track(1, new float[][] {{logit, 0}}));
    }

    private static TrackLogits track(int label, float[][] logits) {
        return new TrackLogits(label, logits, new float[] {1});
    }
}
