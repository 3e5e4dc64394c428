package io.timbre.trainer.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AdwinTest {

    private static final double NEVER = Double.POSITIVE_INFINITY;

    /** Evidence of a delta of 0.001. */
    private static final double ENOUGH = 3;

    /**
     * Sixteen noughts and sixteen ones: the means of the halves are 1 apart, the variance is 1/4 and m is 8, so
     * {@code ln(2 / delta') / 12 + sqrt(ln(2 / delta')) / 4 = 1}, whose root is 2.2749.
     */
    @Test
    void evidenceIsThePapersBoundSolvedForDelta() {
        var adwin = Adwin.fresh();
        for (int i = 0; i < 32; i++) {
            adwin.add(i < 16 ? 0 : 1, NEVER);
        }

        double root = (-.25 + Math.sqrt(.0625 + 1 / 3.0)) * 6;
        assertThat(adwin.strongest())
                .isCloseTo((root * root - Math.log(2 * Math.log(32))) / Math.log(10), within(1e-12));
    }

    @Test
    void forgetsWhatLiesBeforeAChange() {
        var random = new SplittableRandom(1);
        var adwin = Adwin.fresh();
        feed(adwin, random, 5000, .4, ENOUGH);
        assertThat(adwin.tracks()).isEqualTo(5000);

        adwin.windowClosed();
        feed(adwin, random, 300, .7, ENOUGH);

        assertThat(adwin.strongest()).isGreaterThan(ENOUGH);
        assertThat(adwin.tracks()).isBetween(150L, 400L);
        assertThat(adwin.mean()).isCloseTo(.7, within(.1));
    }

    @Test
    void isQuietWhereNothingChanges() {
        var random = new SplittableRandom(2);
        var adwin = Adwin.fresh();
        feed(adwin, random, 100_000, .4, ENOUGH);

        assertThat(adwin.strongest()).isLessThan(ENOUGH);
        assertThat(adwin.tracks()).isEqualTo(100_000);
        assertThat(adwin.mean()).isCloseTo(.4, within(.01));
    }

    @Test
    void valuesThatNeverDifferAreNoEvidence() {
        var adwin = Adwin.fresh();
        for (int i = 0; i < 1000; i++) {
            adwin.add(.5, ENOUGH);
        }

        assertThat(adwin.strongest()).isZero();
        assertThat(adwin.tracks()).isEqualTo(1000);
    }

    /** At most five buckets of each of 20 sizes, since 2^20 is the first power above a million. */
    @Test
    void memoryGrowsWithTheLogarithm() {
        var adwin = Adwin.fresh();
        feed(adwin, new SplittableRandom(3), 1_000_000, .4, NEVER);

        assertThat(adwin.buckets()).isBetween(40, 100);
        assertThat(adwin.state()).hasSizeLessThan(3 + 20 + 2 * 100);
    }

    @Test
    void goesOnFromItsStateToTheSameBits() {
        var one = Adwin.fresh();
        feed(one, new SplittableRandom(4), 1234, .4, ENOUGH);

        var other = Adwin.of(one.state());
        feed(one, new SplittableRandom(5), 777, .6, ENOUGH);
        feed(other, new SplittableRandom(5), 777, .6, ENOUGH);

        assertThat(other.state()).containsExactly(one.state());
    }

    @Test
    void looksForTheStrongestEvidenceAnewInTheNextWindow() {
        var adwin = Adwin.fresh();
        feed(adwin, new SplittableRandom(6), 320, .4, NEVER);
        adwin.windowClosed();

        assertThat(adwin.strongest()).isZero();
        assertThat(adwin.tracks()).isEqualTo(320);
    }

    @Test
    void knowsNothingAtFirst() {
        assertThat(Adwin.fresh().mean()).isZero();
        assertThat(Adwin.of(Adwin.fresh().state()).tracks()).isZero();
    }

    @Test
    void takesNothingButShares() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Adwin.fresh().add(1.5, ENOUGH))
                .withMessage("value must be in [0, 1]: was 1.5");
    }

    private static void feed(Adwin adwin, SplittableRandom random, int count, double mean, double threshold) {
        for (int i = 0; i < count; i++) {
            adwin.add(random.nextDouble() < mean ? 1 : 0, threshold);
        }
    }
}
