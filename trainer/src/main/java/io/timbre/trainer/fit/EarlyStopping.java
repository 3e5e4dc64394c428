package io.timbre.trainer.fit;

/**
 * When to give up: after {@code patience} epochs in which the validation loss has not fallen by the share {@code
 * improvement} of the lowest so far.
 *
 * @param improvement 0.01 is one percent; 0 counts any fall
 */
public record EarlyStopping(int patience, double improvement) {

    /** Never. */
    public static EarlyStopping never() {
        return new EarlyStopping(Integer.MAX_VALUE, 0);
    }
}
