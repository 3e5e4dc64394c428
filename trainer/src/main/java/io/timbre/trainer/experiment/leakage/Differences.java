package io.timbre.trainer.experiment.leakage;

import io.timbre.trainer.experiment.Section.Table;
import io.timbre.trainer.experiment.leakage.Tested.Unit;
import io.timbre.trainer.metrics.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How much accuracy each split has over those that leak less, seed by seed. */
final class Differences {

    private static final List<String> HEADER =
            List.of("split", "over", "of", "each seed (points)", "mean (points)", "95 % interval (points)");

    private Differences() {}

    /** @param tested from the split that leaks most to the one that leaks least, with the same seeds */
    static Table between(List<Tested> tested) {
        var rows = new ArrayList<List<String>>();
        for (int more = 0; more < tested.size(); more++) {
            for (int less = more + 1; less < tested.size(); less++) {
                for (var unit : Unit.values()) {
                    rows.add(row(tested.get(more), tested.get(less), unit));
                }
            }
        }
        return new Table("How much is leak: differences of mean recall", HEADER, rows);
    }

    private static List<String> row(Tested more, Tested less, Unit unit) {
        var differences = minus(more.recalls(unit), less.recalls(unit));
        return List.of(
                more.protocol().word(),
                less.protocol().word(),
                unit.word(),
                Arrays.stream(differences).mapToObj(Differences::points).collect(Collectors.joining(", ")),
                points(Arrays.stream(differences).average().orElseThrow()),
                words(Interval.ofMean(differences)));
    }

    private static double[] minus(double[] more, double[] less) {
        return IntStream.range(0, more.length)
                .mapToDouble(i -> more[i] - less[i])
                .toArray();
    }

    private static String words(Interval interval) {
        return Double.isNaN(interval.low()) ? "–" : points(interval.low()) + " to " + points(interval.high());
    }

    private static String points(double difference) {
        return String.format(Locale.ROOT, "%+.1f", difference);
    }
}
