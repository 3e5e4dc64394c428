package io.timbre.trainer.champion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.timbre.networks.table.SegmentNormalisation;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AugmentationTest {

    private static final int BANDS = 32;
    private static final int FRAMES = 20;
    private static final float[] SEGMENT = segment();
    private static final AugmentationSettings NOTHING = Settings.NO_AUGMENTATION;

    @Test
    void withNothingToDoItNormalises() {
        assertThat(augmented(NOTHING, 3)).containsExactly(SegmentNormalisation.of(SEGMENT), within(1e-4f));
    }

    @Test
    void anEqualiserMovesEachBandAsOne() {
        var tilted = augmented(new AugmentationSettings(0, 0.3, 0, 0, 0), 3);
        var plain = SegmentNormalisation.of(SEGMENT);

        // once more normalised, so that differences within a band are all scaled alike
        double scale = (tilted[1] - tilted[0]) / (plain[1] - plain[0]);
        for (int band = 0; band < BANDS; band++) {
            int i = band * FRAMES;
            assertThat(tilted[i + 1] - tilted[i]).isCloseTo((float) (scale * (plain[i + 1] - plain[i])), within(1e-3f));
        }
        assertThat(tilted[0] - scale * plain[0])
                .isNotCloseTo(tilted[SEGMENT.length - 1] - scale * plain[SEGMENT.length - 1], within(0.005));
    }

    @Test
    void addsANoiseOfAtMostSoMuch() {
        var noisy = augmented(new AugmentationSettings(0, 0, 0, 0, 0.1), 3);
        var plain = SegmentNormalisation.of(SEGMENT);

        double squares = 0;
        for (int i = 0; i < plain.length; i++) {
            squares += Math.pow(noisy[i] - plain[i], 2);
        }
        assertThat(Math.sqrt(squares / plain.length)).isBetween(0.001, 0.11);
    }

    @Test
    void raisesWhatIsQuietestAndNothingElse() {
        var plain = SegmentNormalisation.of(SEGMENT);
        int raised = 0;
        for (long seed = 0; seed < 10; seed++) {
            var changed = augmented(new AugmentationSettings(0, 0, 1, 0, 0), seed);
            raised += range(changed) < 0.95 * range(plain) ? 1 : 0;
        }
        assertThat(raised).isBetween(1, 9); // half of them, by chance
    }

    @Test
    void dropsHighBandsInSomeSegments() {
        int dropped = 0;
        for (long seed = 0; seed < 20; seed++) {
            var changed = augmented(new AugmentationSettings(0, 0, 0, 0.5, 0), seed);
            int last = SEGMENT.length - FRAMES;
            double spread = 0;
            for (int i = last; i < SEGMENT.length; i++) {
                spread = Math.max(spread, Math.abs(changed[i] - changed[last]));
            }
            dropped += spread < 1 ? 1 : 0;
        }
        assertThat(dropped).isBetween(1, 15); // three of ten, by chance
    }

    @Test
    void movesFrequenciesByAtMostTheirShare() {
        // one band that is loud, in the middle: 16 (1 + 0.1) is 17.6
        var segment = new float[BANDS * FRAMES];
        Arrays.fill(segment, 16 * FRAMES, 17 * FRAMES, 1);
        var loudest = new HashSet<Integer>();
        var augmentation = new Augmentation(BANDS, new AugmentationSettings(0.1, 0, 0, 0, 0), new Random(1));
        for (int i = 0; i < 30; i++) {
            var changed = augmentation.of(segment);
            int best = 0;
            for (int band = 1; band < BANDS; band++) {
                best = changed[band * FRAMES] > changed[best * FRAMES] ? band : best;
            }
            loudest.add(best);
        }
        assertThat(loudest).isSubsetOf(14, 15, 16, 17, 18).hasSizeGreaterThan(1);
    }

    @Test
    void leavesWhatItWasGivenAsItWas() {
        augmented(new AugmentationSettings(0.1, 0.3, 1, 0.5, 0.1), 1);

        assertThat(SEGMENT).isEqualTo(segment());
    }

    private static float[] segment() {
        var random = new Random(1);
        var segment = new float[BANDS * FRAMES];
        for (int i = 0; i < segment.length; i++) {
            segment[i] = (float) (-40 + 10 * random.nextGaussian());
        }
        return segment;
    }

    private static double range(float[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length - 1] - sorted[0];
    }

    private static float[] augmented(AugmentationSettings settings, long seed) {
        return new Augmentation(BANDS, settings, new Random(seed)).of(SEGMENT);
    }
}
