package io.timbre.trainer.experiment.lee;

import io.timbre.trainer.data.Example;
import java.util.Arrays;
import java.util.List;

/**
 * What some examples are worth that claim to sound like the real ones.
 *
 * @param leastDb smallest value
 * @param greatestDb largest value
 * @param agreement share in which the judge hears the genre that the label says
 * @param commonest share in which the judge hears the genre that it hears most often
 * @param nearestDb mean distance to the nearest example of the training part, root mean square
 * @param apartDb mean distance to another of the examples, root mean square: nothing where they are all the same
 */
record Evidence(
        double leastDb, double greatestDb, double agreement, double commonest, double nearestDb, double apartDb) {

    /** The distances need no more examples than these. */
    private static final int COMPARED = 100;

    /** @param heard the genre that the judge hears in each of the examples */
    static Evidence of(List<Example> examples, List<Example> training, int... heard) {
        var compared = examples.subList(0, Math.min(COMPARED, examples.size()));
        var range = examples.stream()
                .map(Evidence::range)
                .reduce((one, other) -> new double[] {Math.min(one[0], other[0]), Math.max(one[1], other[1])})
                .orElseThrow();
        return new Evidence(
                range[0],
                range[1],
                agreement(examples, heard),
                commonest(heard),
                compared.stream()
                        .mapToDouble(example -> nearest(example, training))
                        .average()
                        .orElseThrow(),
                apart(compared));
    }

    /** Of all runs: the range, and the mean of the rest. */
    static Evidence over(List<Evidence> runs) {
        return new Evidence(
                runs.stream().mapToDouble(Evidence::leastDb).min().orElseThrow(),
                runs.stream().mapToDouble(Evidence::greatestDb).max().orElseThrow(),
                runs.stream().mapToDouble(Evidence::agreement).average().orElseThrow(),
                runs.stream().mapToDouble(Evidence::commonest).average().orElseThrow(),
                runs.stream().mapToDouble(Evidence::nearestDb).average().orElseThrow(),
                runs.stream().mapToDouble(Evidence::apartDb).average().orElseThrow());
    }

    private static double[] range(Example example) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (float value : example.input()) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        return new double[] {least, greatest};
    }

    private static double agreement(List<Example> examples, int[] heard) {
        int agreed = 0;
        for (int i = 0; i < heard.length; i++) {
            agreed += heard[i] == examples.get(i).label() ? 1 : 0;
        }
        return (double) agreed / heard.length;
    }

    private static double commonest(int[] heard) {
        var counts = new int[Arrays.stream(heard).max().orElseThrow() + 1];
        for (int genre : heard) {
            counts[genre]++;
        }
        return (double) Arrays.stream(counts).max().orElseThrow() / heard.length;
    }

    private static double nearest(Example example, List<Example> training) {
        return training.stream()
                .mapToDouble(other -> distance(example, other))
                .min()
                .orElseThrow();
    }

    private static double apart(List<Example> examples) {
        double sum = 0;
        for (int i = 0; i < examples.size(); i++) {
            sum += distance(examples.get(i), examples.get((i + 1) % examples.size()));
        }
        return sum / examples.size();
    }

    private static double distance(Example one, Example other) {
        double squares = 0;
        for (int i = 0; i < one.input().length; i++) {
            double difference = one.input()[i] - other.input()[i];
            squares += difference * difference;
        }
        return Math.sqrt(squares / one.input().length);
    }
}
