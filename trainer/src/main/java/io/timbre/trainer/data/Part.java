package io.timbre.trainer.data;

/** What an example may be used for. Whether a track or an artist stands in two parts, {@link LeakageAudit} says. */
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
