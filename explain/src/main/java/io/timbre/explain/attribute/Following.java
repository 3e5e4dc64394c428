package io.timbre.explain.attribute;

import java.util.Optional;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/**
 * How closely one curve follows another over time, by Spearman's correlation: how far the frames in which one is high are
 * those in which the other is, however loud the sound. Peaks may be two frames apart: windows and pools blur the time.
 */
final class Following {

    private static final int TOLERANCE_FRAMES = 2;
    private static final NaturalRanking RANKING = new NaturalRanking(TiesStrategy.AVERAGE);

    private Following() {}

    /** Empty if one of the curves is constant. */
    static Optional<Double> of(float[] answer, float[] onsets) {
        return ranks(answer).flatMap(a -> ranks(onsets).map(a::correlation));
    }

    private static Optional<UnitMap> ranks(float[] curve) {
        var ranks = RANKING.rank(widened(curve));
        var floats = new float[ranks.length];
        for (int i = 0; i < ranks.length; i++) {
            floats[i] = (float) ranks[i];
        }
        return UnitMap.of(floats);
    }

    /** The greatest of each frame and its neighbours. */
    private static double[] widened(float[] curve) {
        var widened = new double[curve.length];
        for (int frame = 0; frame < curve.length; frame++) {
            int first = Math.max(0, frame - TOLERANCE_FRAMES);
            int last = Math.min(curve.length - 1, frame + TOLERANCE_FRAMES);
            widened[frame] = curve[first];
            for (int near = first; near <= last; near++) {
                widened[frame] = Math.max(widened[frame], curve[near]);
            }
        }
        return widened;
    }
}
