package io.timbre.explain.evidence;

import ai.djl.ndarray.types.Shape;
import io.timbre.explain.answer.Progress;
import io.timbre.explain.subject.ExplainedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a model says once parts of its inputs are filled with what says nothing. How much it says for a genre is the
 * logarithm of its odds, and what a part adds to that is its weight of evidence, in nats: it counts where a posterior near
 * 0 or 1 would hardly move.
 *
 * @param fill an array of the input shape
 * @see "M. Robnik-Šikonja, I. Kononenko, Explaining Classifications For Individual Instances, IEEE TKDE 2008"
 */
@SuppressWarnings("ArrayRecordComponent") // read and never compared
record Occlusion(ExplainedModel model, int index, List<float[]> inputs, float[] fill) {

    /** What each span adds to the input that it stands in. */
    double[] weights(List<Span> spans, Progress progress) {
        double[] whole = logOdds(inputs);
        var weights = new double[spans.size()];
        for (int i = 0; i < weights.length; ) {
            progress.at((double) i / weights.length);
            int first = i;
            int input = spans.get(i).input();
            var sameInput = spans.stream().filter(span -> span.input() == input).toList();
            double[] without = logOdds(sameInput.stream()
                    .map(span -> without(List.of(span)).get(input))
                    .toList());
            for (; i < first + sameInput.size(); i++) {
                weights[i] = whole[input] - without[i - first];
            }
        }
        return weights;
    }

    /** What spans add together, a mean over the track's inputs. */
    double weight(List<Span> hidden) {
        var occluded = without(hidden);
        double[] with = logOdds(occluded.keySet().stream().map(inputs::get).toList());
        double[] without = logOdds(List.copyOf(occluded.values()));
        double sum = 0;
        for (int i = 0; i < with.length; i++) {
            sum += with[i] - without[i];
        }
        return sum / inputs.size();
    }

    /** The track's posterior of the genre without some spans. */
    double posteriorWithout(List<Span> hidden) {
        var all = new ArrayList<>(inputs);
        without(hidden).forEach(all::set);
        return model.trackPosteriors(all)[index];
    }

    /** Those inputs that have a span hidden, with these hidden, by their number. */
    private SortedMap<Integer, float[]> without(List<Span> hidden) {
        var occluded = new TreeMap<Integer, float[]>();
        for (var span : hidden) {
            var input =
                    occluded.computeIfAbsent(span.input(), n -> inputs.get(n).clone());
            for (int cell = 0; cell < input.length; cell++) {
                int step = step(cell);
                input[cell] = step >= span.from() && step < span.to() ? fill[cell] : input[cell];
            }
        }
        return occluded;
    }

    /** Frames are the last axis of pictures {@code (C, H, W)}, notes the first of sequences {@code (T, D)}. */
    private int step(int cell) {
        Shape shape = model.network().network().inputShape();
        long step = shape.dimension() == 3 ? cell % shape.get(2) : cell / shape.get(1);
        return Math.toIntExact(step);
    }

    private double[] logOdds(List<float[]> some) {
        return Stream.of(model.logits(some)).mapToDouble(this::logOdds).toArray();
    }

    /** From logits, since a float rounds posteriors near 0 and 1. */
    private double logOdds(float... logits) {
        double temperature = model.description().calibration().temperature();
        double largest = IntStream.range(0, logits.length)
                .filter(i -> i != index)
                .mapToDouble(i -> logits[i])
                .max()
                .orElseThrow();
        double others = IntStream.range(0, logits.length)
                .filter(i -> i != index)
                .mapToDouble(i -> Math.exp((logits[i] - largest) / temperature))
                .sum();
        return (logits[index] - largest) / temperature - Math.log(others);
    }
}
