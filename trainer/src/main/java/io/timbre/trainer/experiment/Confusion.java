package io.timbre.trainer.experiment;

import io.timbre.signal.picture.ColourTable;
import io.timbre.signal.picture.ConfusionMatrixPicture;
import io.timbre.signal.picture.Look;
import io.timbre.signal.picture.Png;
import io.timbre.trainer.experiment.Section.Picture;
import java.util.List;

/** Which classes were taken for which. */
public final class Confusion {
    private static final int WIDTH = 640;
    private static final int LEAST_HEIGHT = 320;
    private static final int HEADROOM = 120;
    private static final int ROW = 40;

    private Confusion() {}

    /**
     * A picture of a confusion matrix.
     *
     * @param counts {@code counts[label][prediction]}
     */
    public static Picture of(String title, String file, List<String> classes, int[][] counts, String caption) {
        var look = Look.page().sized(WIDTH, Math.max(LEAST_HEIGHT, HEADROOM + ROW * classes.size()));
        var matrix = new ConfusionMatrixPicture("", classes, counts, ColourTable.VIRIDIS);
        return new Picture(title, file, Png.encode(matrix.draw(look)), caption);
    }
}
