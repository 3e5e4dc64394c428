package io.timbre.trainer.drift;

/** One statistic of a window, and what it may be before that is an alarm. */
public record Measured(Statistic statistic, double value, double threshold) {
    public boolean alarm() {
        return value > threshold;
    }
}
