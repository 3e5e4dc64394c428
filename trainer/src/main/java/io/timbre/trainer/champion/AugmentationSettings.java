package io.timbre.trainer.champion;

/**
 * How far training segments are changed, in deviations of a segment where nothing else is said.
 *
 * @param stretch frequencies move by at most this share
 * @param tilt deviation of a smooth random equaliser
 * @param floor what is quieter than up to so far above the quietest is raised to there, in half of the segments
 * @param lowPass up to this share of the highest bands falls silent, in three segments of ten
 * @param noise at most so much of it is added to each cell
 */
public record AugmentationSettings(double stretch, double tilt, double floor, double lowPass, double noise) {

    public AugmentationSettings {
        requireShare("stretch", stretch);
        requireShare("lowPass", lowPass);
        requireNotNegative("tilt", tilt);
        requireNotNegative("floor", floor);
        requireNotNegative("noise", noise);
    }

    private static void requireShare(String name, double value) {
        requireNotNegative(name, value);
        if (value >= 1) {
            throw new IllegalArgumentException(name + " must be < 1: was " + value);
        }
    }

    private static void requireNotNegative(String name, double value) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException(name + " must be >= 0: was " + value);
        }
    }
}
