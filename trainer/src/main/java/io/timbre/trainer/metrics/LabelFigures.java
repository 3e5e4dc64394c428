package io.timbre.trainer.metrics;

/**
 * How one label out of several that may hold together was recognised; NaN where all known examples are of one sort.
 *
 * @param positives examples that have the label
 * @param known examples of which is known whether they have it
 * @param rocAuc area under the ROC curve: 0.5 by chance
 * @param averagePrecision {@code positives / known} by chance
 */
public record LabelFigures(
        String name,
        int positives,
        int known,
        double rocAuc,
        Interval rocAucInterval,
        double averagePrecision,
        Interval averagePrecisionInterval) {}
