package io.timbre.trainer.champion;

import io.timbre.networks.model.Embedding;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How well tracks find their own kind by their embeddings, as a recommender would look for more of the same. */
final class Neighbours {

    private static final int COUNT = 5;

    private Neighbours() {}

    /** The mean, over the tracks, of the share of their label among the five others nearest to them; 0 of fewer than six. */
    static double precision(List<TrackLogits> tracks) {
        return tracks.size() <= COUNT
                ? 0
                : tracks.stream()
                        .mapToDouble(track -> precision(track, tracks))
                        .average()
                        .orElseThrow();
    }

    private static double precision(TrackLogits track, List<TrackLogits> tracks) {
        var alike = IntStream.range(0, tracks.size())
                .filter(i -> tracks.get(i) != track)
                .mapToObj(i -> new Neighbour(
                        Embedding.product(track.embedding(), tracks.get(i).embedding()),
                        tracks.get(i).label()))
                .sorted(Comparator.comparingDouble(Neighbour::likeness).reversed())
                .limit(COUNT);
        return (double) alike.filter(other -> other.label() == track.label()).count() / COUNT;
    }

    private record Neighbour(double likeness, int label) {}
}
