package io.timbre.trainer.metrics;

import io.timbre.trainer.data.Prediction;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The predictions of which one label is known, most likely first. Takes samples in which example i stands {@code times[i]} times. */
final class Ranking {

    private final int[] order;
    private final boolean[] positive;
    private final boolean[] endsTie;

    private Ranking(int[] order, boolean[] positive, boolean[] endsTie) {
        this.order = order;
        this.positive = positive;
        this.endsTie = endsTie;
    }

    static Ranking of(int label, List<Prediction> predictions) {
        var order = IntStream.range(0, predictions.size())
                .filter(i -> predictions.get(i).example().weights()[label] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -predictions.get(i).posteriors()[label]))
                .mapToInt(Integer::intValue)
                .toArray();
        var positive = new boolean[order.length];
        var endsTie = new boolean[order.length];
        for (int rank = 0; rank < order.length; rank++) {
            var prediction = predictions.get(order[rank]);
            positive[rank] = prediction.example().targets()[label] > 0.5;
            endsTie[rank] = rank + 1 == order.length
                    || predictions.get(order[rank + 1]).posteriors()[label]
                            != prediction.posteriors()[label];
        }
        return new Ranking(order, positive, endsTie);
    }

    /** How many examples there are of which the label is known. */
    int known() {
        return order.length;
    }

    int positives() {
        return (int)
                IntStream.range(0, order.length).filter(rank -> positive[rank]).count();
    }

    /**
     * Area under the ROC curve: the chance that an example with the label is ranked above one without, a tie counting a
     * half (Mann and Whitney's U). NaN without examples of both sorts.
     */
    double rocAuc(int[] times) {
        long above = 0;
        long negatives = 0;
        long tied = 0;
        long tiedNegatives = 0;
        double wins = 0;
        for (int rank = 0; rank < order.length; rank++) {
            int here = times[order[rank]];
            tied += positive[rank] ? here : 0;
            tiedNegatives += positive[rank] ? 0 : here;
            if (endsTie[rank]) {
                wins += tiedNegatives * (above + tied / 2.0);
                above += tied;
                negatives += tiedNegatives;
                tied = 0;
                tiedNegatives = 0;
            }
        }
        return above == 0 || negatives == 0 ? Double.NaN : wins / above / negatives;
    }

    /**
     * Average precision: the precision at each threshold, weighted by the recall it adds, not interpolated. NaN without
     * an example of the label.
     */
    double averagePrecision(int[] times) {
        long taken = 0;
        long right = 0;
        long rightBefore = 0;
        double area = 0;
        for (int rank = 0; rank < order.length; rank++) {
            int here = times[order[rank]];
            taken += here;
            right += positive[rank] ? here : 0;
            if (endsTie[rank] && right > rightBefore) {
                area += (double) (right - rightBefore) * right / taken;
                rightBefore = right;
            }
        }
        return right == 0 ? Double.NaN : area / right;
    }
}
