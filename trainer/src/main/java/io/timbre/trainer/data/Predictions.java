package io.timbre.trainer.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/** What becomes of many predictions. */
public final class Predictions {

    private static final float[] NO_INPUT = {};

    private Predictions() {}

    /**
     * One prediction a track: the mean posterior over the examples of a {@link Grouping#TRACK} group, in the order in
     * which tracks come. An example without a track stands for itself. The input of a track's example is empty.
     *
     * @throws IllegalArgumentException if examples of a track have different targets
     */
    public static List<Prediction> byTrack(List<Prediction> predictions) {
        var tracks = new LinkedHashMap<String, List<Prediction>>();
        var result = new ArrayList<Prediction>();
        for (var prediction : predictions) {
            tracks.computeIfAbsent(trackOf(prediction.example()), track -> new ArrayList<>())
                    .add(prediction);
        }
        tracks.forEach((track, members) -> result.add(mean(track, members)));
        return result;
    }

    private static String trackOf(Example example) {
        return example.groups().getOrDefault(Grouping.TRACK, example.id());
    }

    private static Prediction mean(String track, List<Prediction> members) {
        var first = members.getFirst().example();
        var mean = new float[members.getFirst().posteriors().length];
        for (var member : members) {
            if (!Arrays.equals(member.example().targets(), first.targets())) {
                throw new IllegalArgumentException("examples of a track must have the same targets: those of " + track
                        + " differ between " + first.id() + " and "
                        + member.example().id());
            }
            for (int i = 0; i < mean.length; i++) {
                mean[i] += member.posteriors()[i] / members.size();
            }
        }
        return new Prediction(new Example(track, NO_INPUT, first.targets(), first.weights(), first.groups()), mean);
    }
}
