package io.timbre.signal.frontend;

import java.util.List;

/** A simple model of the table: multinomial logistic regression on standardised columns, by gradient descent. */
final class SoftmaxRegression {
    private static final int STEPS = 500;
    private static final double STEP_SIZE = 0.5;
    private static final double DECAY = 1e-3;

    private final List<String> genres;
    private final double[] means;
    private final double[] deviations;
    /** One row a genre; the last weight of each is its bias. */
    private final double[][] weights;

    private SoftmaxRegression(List<String> genres, int columns) {
        this.genres = genres;
        this.means = new double[columns];
        this.deviations = new double[columns];
        this.weights = new double[genres.size()][columns + 1];
    }

    static SoftmaxRegression train(List<DescriptorTable.Row> rows) {
        List<String> genres = rows.stream()
                .map(DescriptorTable.Row::genre)
                .distinct()
                .sorted()
                .toList();
        SoftmaxRegression model = new SoftmaxRegression(genres, DescriptorTable.COLUMNS);
        for (int column = 0; column < DescriptorTable.COLUMNS; column++) {
            model.means[column] = ColumnStatistics.mean(column(rows, column));
            model.deviations[column] = ColumnStatistics.deviation(column(rows, column));
        }
        double[][] inputs =
                rows.stream().map(row -> model.standardised(row.values())).toArray(double[][]::new);
        int[] labels =
                rows.stream().mapToInt(row -> genres.indexOf(row.genre())).toArray();
        for (int step = 0; step < STEPS; step++) {
            model.descend(inputs, labels);
        }
        return model;
    }

    String predict(double[] values) {
        double[] posterior = posterior(standardised(values));
        int best = 0;
        for (int genre = 1; genre < posterior.length; genre++) {
            best = posterior[genre] > posterior[best] ? genre : best;
        }
        return genres.get(best);
    }

    private static double[] column(List<DescriptorTable.Row> rows, int column) {
        return rows.stream().mapToDouble(row -> row.values()[column]).toArray();
    }

    private double[] standardised(double[] values) {
        double[] input = new double[values.length + 1];
        for (int column = 0; column < values.length; column++) {
            input[column] = (values[column] - means[column]) / deviations[column];
        }
        input[values.length] = 1;
        return input;
    }

    private void descend(double[][] inputs, int[] labels) {
        double[][] gradient = new double[weights.length][weights[0].length];
        for (int i = 0; i < inputs.length; i++) {
            double[] posterior = posterior(inputs[i]);
            for (int genre = 0; genre < weights.length; genre++) {
                double error = posterior[genre] - (genre == labels[i] ? 1 : 0);
                addScaled(inputs[i], error / inputs.length, gradient[genre]);
            }
        }
        for (int genre = 0; genre < weights.length; genre++) {
            addScaled(weights[genre].clone(), -STEP_SIZE * DECAY, weights[genre]);
            addScaled(gradient[genre], -STEP_SIZE, weights[genre]);
        }
    }

    private double[] posterior(double[] input) {
        double[] posterior = new double[weights.length];
        double sum = 0;
        for (int genre = 0; genre < weights.length; genre++) {
            double logit = 0;
            for (int i = 0; i < input.length; i++) {
                logit += weights[genre][i] * input[i];
            }
            posterior[genre] = Math.exp(logit);
            sum += posterior[genre];
        }
        for (int genre = 0; genre < weights.length; genre++) {
            posterior[genre] /= sum;
        }
        return posterior;
    }

    private static void addScaled(double[] values, double factor, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * values[i];
        }
    }
}
