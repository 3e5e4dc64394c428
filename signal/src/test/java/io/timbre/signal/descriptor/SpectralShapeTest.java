package io.timbre.signal.descriptor;

import static io.timbre.signal.descriptor.DescriptorGolden.RATE_HZ;
import static io.timbre.signal.descriptor.DescriptorGolden.assertAgrees;
import static io.timbre.signal.descriptor.DescriptorGolden.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.signal.spectrum.Spectrogram;
import org.junit.jupiter.api.Test;

/** Centroid, bandwidth and roll-off. */
class SpectralShapeTest {
    private final Spectrogram magnitude = DescriptorGolden.magnitude(DescriptorGolden.signal());
    /** Bins 0, 100, 200, 300 and 400 Hz wide apart; one frame a column. */
    private final Spectrogram handMade = new Spectrogram(
            new float[] {
                0, 0, 1,
                0, 1, 1,
                5, 0, 1,
                0, 1, 1,
                0, 0, 0
            },
            5,
            3);

    @Test
    void agreesWithLibrosa() {
        float[] centroid = SpectralCentroid.of(magnitude, RATE_HZ);

        assertAgrees(centroid, read("spectral-centroid"), 1e-6);
        assertAgrees(SpectralBandwidth.of(magnitude, centroid, RATE_HZ), read("spectral-bandwidth"), 1e-6);
        assertThat(SpectralRollOff.of(magnitude, 0.85f, RATE_HZ)).containsExactly(read("spectral-roll-off"));
    }

    @Test
    void liesWhereTheMagnitudesDo() {
        float[] centroid = SpectralCentroid.of(handMade, 800);

        assertThat(centroid).containsExactly(200, 200, 150);
        // sqrt((150² + 50² + 50² + 150²) / 4)
        assertThat(SpectralBandwidth.of(handMade, centroid, 800)).containsExactly(0, 100, 111.80340f);
        assertThat(SpectralRollOff.of(handMade, 0.5f, 800)).containsExactly(200, 100, 100);
        assertThat(SpectralRollOff.of(handMade, 0.6f, 800)).containsExactly(200, 300, 200);
    }

    @Test
    void isZeroInSilence() {
        Spectrogram silence = new Spectrogram(new float[5], 5, 1);

        assertThat(SpectralCentroid.of(silence, 800)).containsExactly(0);
        assertThat(SpectralBandwidth.of(silence, new float[1], 800)).containsExactly(0);
        assertThat(SpectralRollOff.of(silence, 0.85f, 800)).containsExactly(0);
    }
}
