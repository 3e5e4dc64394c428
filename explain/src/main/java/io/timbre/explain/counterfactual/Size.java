package io.timbre.explain.counterfactual;

/**
 * How large a change is.
 *
 * @param distance its L2 norm, in the unit of the change
 * @param rms of a cell or note, in that unit
 * @param sparsity share of the cells or notes that are changed by more than is worth a word
 */
record Size(double distance, double rms, double sparsity) {

    /** @param worthAWord in the unit of the change */
    static Size of(float[][] change, double worthAWord) {
        double squares = 0;
        int changed = 0;
        int cells = 0;
        for (var row : change) {
            for (float value : row) {
                squares += value * value;
                changed += Math.abs(value) > worthAWord ? 1 : 0;
                cells++;
            }
        }
        return new Size(Math.sqrt(squares), Math.sqrt(squares / cells), (double) changed / cells);
    }
}
