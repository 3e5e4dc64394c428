package io.timbre.trainer.experiment.lee;

import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.Split;
import io.timbre.trainer.experiment.lee.Condition.Alone;
import io.timbre.trainer.experiment.lee.Condition.Generated;
import io.timbre.trainer.experiment.lee.Condition.Repeated;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.IntStream;

/** Splits with more examples in the training part, the other parts as they are. */
final class Enlarged {

    private Enlarged() {}

    /**
     * What a condition wants.
     *
     * @param pairs those that it may want examples of
     */
    static Split as(Condition condition, Split split, List<GeneratedTracks> pairs) {
        return switch (condition) {
            case Alone() -> split;
            case Repeated(int added) -> withRepeated(added, split);
            case Generated(Pair pair, int added) ->
                with(
                        pairs.stream()
                                .filter(made -> made.pair() == pair)
                                .flatMap(made -> made.examples().stream())
                                .limit(added)
                                .toList(),
                        split);
        };
    }

    static Split with(List<Example> added, Split split) {
        var training = new ArrayList<>(split.of(Part.TRAINING));
        training.addAll(added);
        var parts = new EnumMap<Part, List<Example>>(split.parts());
        parts.put(Part.TRAINING, training);
        var dataset = split.dataset();
        var all = new ArrayList<>(dataset.examples());
        all.addAll(added);
        return new Split(
                new Dataset(dataset.source(), dataset.inputShape(), dataset.classes(), all), split.protocol(), parts);
    }

    /** So many training examples again: each genre in turn, as generated ones are labelled, and its tracks in turn. */
    static Split withRepeated(int count, Split split) {
        int classes = split.dataset().classes().size();
        var byGenre = IntStream.range(0, classes)
                .mapToObj(label -> split.of(Part.TRAINING).stream()
                        .filter(example -> example.label() == label)
                        .toList())
                .toList();
        return with(
                IntStream.range(0, count)
                        .mapToObj(i -> {
                            var tracks = byGenre.get(i % classes);
                            return tracks.get(i / classes % tracks.size());
                        })
                        .toList(),
                split);
    }
}
