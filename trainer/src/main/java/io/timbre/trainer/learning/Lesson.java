package io.timbre.trainer.learning;

/**
 * What besides the tracks has a say in what a training gives.
 *
 * @param source where the tracks come from, for the model card
 * @param seed of all that is drawn
 * @param epochs at most
 */
record Lesson(String source, long seed, int epochs) {
    Lesson {
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs must be >= 1: was " + epochs);
        }
    }
}
