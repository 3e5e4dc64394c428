package io.timbre.trainer.drift;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The largest values of one statistic among any number of draws, and the draws that they came from. */
final class Tail {

    private final int size;
    private final PriorityQueue<Drawn> largest = new PriorityQueue<>(Comparator.comparingDouble(Drawn::value));

    Tail(int size) {
        this.size = size;
    }

    void offer(double value, int draw) {
        if (largest.size() < size) {
            largest.add(new Drawn(value, draw));
        } else if (value > largest.element().value()) {
            largest.remove();
            largest.add(new Drawn(value, draw));
        }
    }

    /** Largest first. */
    List<Drawn> descending() {
        return largest.stream()
                .sorted(Comparator.comparingDouble(Drawn::value).reversed())
                .toList();
    }

    /** A value and the draw that it is of. */
    record Drawn(double value, int draw) {}
}
