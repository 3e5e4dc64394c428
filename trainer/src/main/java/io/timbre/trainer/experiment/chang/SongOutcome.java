package io.timbre.trainer.experiment.chang;

import io.timbre.trainer.data.Prediction;
import io.timbre.trainer.fit.EpochFigures;
import io.timbre.trainer.metrics.MultiLabelMetrics;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;

/**
 * What an attempt says of the emotions of songs whose artists it does not know.
 *
 * @param answers one list a fold, since each fold has a network of its own
 * @param epochs of the first fold
 */
record SongOutcome(String attempt, List<String> emotions, List<List<Prediction>> answers, List<EpochFigures> epochs) {

    SongOutcome {
        answers = answers.stream().map(List::copyOf).toList();
        epochs = List.copyOf(epochs);
    }

    /** Over the songs of all folds together. */
    MultiLabelMetrics metrics() {
        return MultiLabelMetrics.of(emotions, predictions());
    }

    List<Prediction> predictions() {
        return answers.stream().flatMap(Collection::stream).toList();
    }

    /**
     * How much answers depend on the song: the deviation of an emotion's posterior over the songs of a fold, the mean over
     * emotions and folds. 0 for a network that says the same of every song.
     */
    double spread() {
        return answers.stream()
                .mapToDouble(fold -> {
                    double sum = 0;
                    for (int emotion = 0; emotion < emotions.size(); emotion++) {
                        sum += deviation(fold, emotion);
                    }
                    return sum / emotions.size();
                })
                .average()
                .orElseThrow();
    }

    /**
     * Share of the songs of which a network says its most frequent answer, an answer being all the emotions with a
     * posterior above a half. 1 for a network that says the same of every song.
     */
    double sameAnswer() {
        long same = 0;
        for (var fold : answers) {
            var counts = new HashMap<BitSet, Long>();
            fold.forEach(prediction -> counts.merge(answer(prediction), 1L, Long::sum));
            same += counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        }
        return (double) same / predictions().size();
    }

    /** Share of all cells, an emotion of a song each, that a half as threshold gets right if the unknown ones count as no. */
    double cellsRight() {
        long right = 0;
        long all = 0;
        for (var prediction : predictions()) {
            var answer = answer(prediction);
            for (int emotion = 0; emotion < emotions.size(); emotion++) {
                right += answer.get(emotion) == (prediction.example().targets()[emotion] > 0) ? 1 : 0;
                all++;
            }
        }
        return (double) right / all;
    }

    private static double deviation(List<Prediction> fold, int emotion) {
        double mean = fold.stream()
                .mapToDouble(prediction -> prediction.posteriors()[emotion])
                .average()
                .orElseThrow();
        return Math.sqrt(fold.stream()
                .mapToDouble(prediction -> prediction.posteriors()[emotion] - mean)
                .map(distance -> distance * distance)
                .average()
                .orElseThrow());
    }

    private static BitSet answer(Prediction prediction) {
        var answer = new BitSet();
        for (int emotion = 0; emotion < prediction.posteriors().length; emotion++) {
            answer.set(emotion, prediction.posteriors()[emotion] > 0.5f);
        }
        return answer;
    }
}
