package io.timbre.explain.trust;

/** What the numbers of a map mean. */
public enum Reading {
    /** How much the logit changes per unit of a cell: a cell matters as much as its number is large, whatever its sign. */
    SENSITIVITY {
        @Override
        public double weight(double value) {
            return Math.abs(value);
        }

        @Override
        double change(double value, double distance) {
            return value * distance;
        }
    },
    /** What a cell adds to the logit by not being as in the baseline: what takes away matters least. */
    CONTRIBUTION {
        @Override
        public double weight(double value) {
            return value;
        }

        @Override
        double change(double value, double distance) {
            return value;
        }
    };

    /** By what cells are ranked, the most important first. */
    public abstract double weight(double value);

    /**
     * How much of the logit goes, says the map, with a cell that is hidden.
     *
     * @param distance from the baseline to the cell, in the unit of the input
     */
    abstract double change(double value, double distance);
}
