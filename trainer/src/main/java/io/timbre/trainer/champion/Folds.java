package io.timbre.trainer.champion;

import ai.djl.ndarray.types.Shape;
import io.timbre.trainer.champion.Corpus.Track;
import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Grouping;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.Splits;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Deals tracks out to folds, each group to one, each fold with its share of each genre as well as that allows. */
final class Folds {

    private Folds() {}

    /** Which of the tracks each fold holds back, by id. */
    static List<Set<String>> of(List<Track> tracks, List<String> classes, int folds, long seed) {
        var examples = tracks.stream()
                .map(track -> Example.ofClass(
                        track.id(),
                        new float[1],
                        track.label(),
                        classes.size(),
                        Map.of(Grouping.ARTIST, track.group())))
                .toList();
        var dataset = new Dataset("tracks", new Shape(1), classes, examples);
        return Splits.folds(dataset, Set.of(Grouping.ARTIST), folds, seed).stream()
                .<Set<String>>map(split -> new HashSet<>(
                        split.of(Part.TEST).stream().map(Example::id).toList()))
                .toList();
    }
}
