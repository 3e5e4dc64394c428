package io.timbre.trainer.experiment.vanmieghem;

import io.timbre.trainer.experiment.Digits;
import io.timbre.trainer.experiment.Section.Table;
import io.timbre.trainer.experiment.vanmieghem.Variation.Tried;
import io.timbre.trainer.metrics.ClassFigures;
import io.timbre.trainer.metrics.ClassMetrics;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What an added genre is taken for, and what it costs the six others. */
final class SeventhGenre {

    private static final List<String> HEADER = List.of(
            "split",
            "genres",
            "recall of the six, mean (%)",
            "recall of the added (%)",
            "added is most taken for",
            "of the added (%)");

    private SeventhGenre() {}

    /** @param tried on six genres, or on these and one more after them */
    static Table table(List<Tried> tried) {
        return new Table(
                "What a seventh genre costs and is taken for",
                HEADER,
                tried.stream().map(SeventhGenre::row).toList());
    }

    private static List<String> row(Tried tried) {
        var name = tried.variation().name();
        var word = tried.variation().protocol().word();
        return row(word, name, tried.outcome().test());
    }

    static List<String> row(String split, String name, ClassMetrics metrics) {
        int six = Material.SIX.size();
        var recall = Digits.percent(metrics.perClass().stream()
                .limit(six)
                .mapToDouble(ClassFigures::recall)
                .average()
                .orElseThrow());
        if (metrics.perClass().size() == six) {
            return List.of(split, name, recall, "-", "-", "-");
        }
        var added = metrics.perClass().get(six);
        var taken = metrics.confusion()[six];
        int most = IntStream.range(0, six)
                .boxed()
                .max(Comparator.comparingInt(label -> taken[label]))
                .orElseThrow();
        return List.of(
                split,
                name,
                recall,
                Digits.percent(added.recall()),
                metrics.perClass().get(most).name(),
                Digits.percent((double) taken[most] / added.support()));
    }
}
