package io.timbre.trainer.fit;

/**
 * When to give up: after {@code patience} epochs in a row in which the validation loss was not lower, by the share {@code
 * improvement}, than where it last had fallen so. The training loss stands in where nothing is validated.
 *
 * @param improvement 0.01 is one percent; 0 counts any fall
 */
public record EarlyStopping(int patience, double improvement) {

    public EarlyStopping {
        if (patience < 1) {
            throw new IllegalArgumentException("patience must be >= 1: was " + patience);
        }
        if (!(improvement >= 0 && improvement < 1)) {
            throw new IllegalArgumentException("improvement must be in [0, 1): was " + improvement);
        }
    }

    /** Never. */
    public static EarlyStopping never() {
        return new EarlyStopping(Integer.MAX_VALUE, 0);
    }
}
