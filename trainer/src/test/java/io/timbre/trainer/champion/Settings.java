package io.timbre.trainer.champion;

/** Settings for tests: quick, and without what a test does not want. */
final class Settings {

    static final AugmentationSettings NO_AUGMENTATION = new AugmentationSettings(0, 0, 0, 0, 0);

    private static final String NETWORK = "gabor-mlp";

    private Settings() {}

    static TrainingSettings quick() {
        return new TrainingSettings(
                NETWORK, 1, 4, 5, 9, 3e-3, 0, 0, 0, 4, 0.1, 1, 2, 2, new AugmentationSettings(0, 0.1, 0, 0, 0.1));
    }

    static TrainingSettings folded() {
        return folded(0);
    }

    static TrainingSettings folded(int outliers) {
        return new TrainingSettings(NETWORK, 1, 3, 5, 8, 3e-3, 5, 0.8, 3, 4, 0.1, outliers, 2, 0, NO_AUGMENTATION);
    }

    /** Batches of so many rows, some of them outliers, that are mixed by so much. */
    static TrainingSettings batches(int rows, int outliers, double mixUp) {
        return new TrainingSettings(NETWORK, 1, 4, 2, rows, 1e-3, 0, 0, 0, 4, mixUp, outliers, 1, 0, NO_AUGMENTATION);
    }
}
