package io.timbre.trainer.experiment.lee;

/**
 * An accuracy of the paper, of one run.
 *
 * @param right of {@value #TRACKS} test tracks
 * @param percent as published
 */
record PaperFigure(int right, double percent) {

    static final int TRACKS = 101;

    static final PaperFigure ALONE = new PaperFigure(53, 52.48);

    /** Its best with the GAN; which number of examples gave it we do not know. */
    static final PaperFigure GENERATED = new PaperFigure(59, 58.42);
}
