package io.timbre.trainer.data;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How much of a data set each part gets; together 1. A share of 0 leaves a part empty. */
public record Shares(double training, double validation, double test) {

    private static final double ROUNDING = 1e-9;

    public Shares {
        if (!(training > 0) || !(validation >= 0) || !(test >= 0)) {
            throw new IllegalArgumentException("shares must be >= 0, and that of training > 0: were " + training + ", "
                    + validation + " and " + test);
        }
        if (Math.abs(training + validation + test - 1) > ROUNDING) {
            throw new IllegalArgumentException(
                    "shares must make 1 together: were " + training + ", " + validation + " and " + test);
        }
    }

    /** 70, 15 and 15 %. */
    public static Shares thesis() {
        return new Shares(0.70, 0.15, 0.15);
    }

    public double of(Part part) {
        return switch (part) {
            case TRAINING -> training;
            case VALIDATION -> validation;
            case TEST -> test;
        };
    }

    /** One a part, in the order of the parts. */
    double[] array() {
        return Arrays.stream(Part.values()).mapToDouble(this::of).toArray();
    }

    /** In percent, for reports: {@code "70/15/15"}. */
    String percent() {
        return Arrays.stream(Part.values())
                .map(part -> "%d".formatted(Math.round(of(part) * 100)))
                .collect(Collectors.joining("/"));
    }
}
