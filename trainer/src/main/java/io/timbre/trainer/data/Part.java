package io.timbre.trainer.data;

/** What a track may be used for. No track and no artist stands in two parts. */
public enum Part {
    /** Fits the weights. */
    TRAINING("train"),
    /** Chooses when to stop, the temperature and the threshold. */
    VALIDATION("valid"),
    /** Is looked at once, for the figures on the model card. */
    TEST("test");

    private final String fileStem;

    Part(String fileStem) {
        this.fileStem = fileStem;
    }

    /** How the split's file of this part is called. */
    public String fileName() {
        return fileStem + "_filtered.txt";
    }
}
