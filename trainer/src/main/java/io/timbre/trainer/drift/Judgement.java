package io.timbre.trainer.drift;

import java.util.List;

/**
 * What is to be said of a window.
 *
 * @param genres in the order of the baseline's genres, unknown last
 * @param exemplars at most three tracks of the window, of the genres that moved the most; none where nothing drifted
 * @param meanEntropy as a share of the largest possible one
 */
public record Judgement(
        long tracks,
        List<Measured> statistics,
        List<GenreShift> genres,
        List<String> exemplars,
        double meanConfidence,
        double meanEntropy,
        AccuracyEstimate accuracy) {

    public Judgement {
        statistics = List.copyOf(statistics);
        genres = List.copyOf(genres);
        exemplars = List.copyOf(exemplars);
    }

    public boolean drifted() {
        return statistics.stream().anyMatch(Measured::alarm);
    }
}
