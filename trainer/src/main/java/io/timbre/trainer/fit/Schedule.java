package io.timbre.trainer.fit;

/** How the learning rate goes on. */
public sealed interface Schedule {

    /** Always the same. */
    record Constant() implements Schedule {}

    /** Up over the first tenth of all steps, then down to nothing along a cosine. */
    record Cosine() implements Schedule {}

    /**
     * Times {@code factor} whenever the validation loss has not fallen for {@code patience} epochs in a row. The training
     * loss stands in where nothing is validated.
     */
    record ReduceOnPlateau(double factor, int patience) implements Schedule {
        public ReduceOnPlateau {
            if (!(factor > 0 && factor < 1)) {
                throw new IllegalArgumentException("factor must be in (0, 1): was " + factor);
            }
            if (patience < 1) {
                throw new IllegalArgumentException("patience must be >= 1: was " + patience);
            }
        }
    }
}
