package io.timbre.trainer.champion;

import io.timbre.networks.model.ModelDescription.Calibration;
import io.timbre.networks.model.ModelDescription.ClassRecall;
import io.timbre.networks.model.ModelDescription.Evaluation;
import io.timbre.trainer.metrics.CalibrationError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts how a calibrated network did, one vote a track. */
final class Evaluator {

    private final List<String> classes;
    private final Calibration calibration;

    Evaluator(List<String> classes, Calibration calibration) {
        this.classes = classes;
        this.calibration = calibration;
    }

    /**
     * Evaluates tracks.
     *
     * @param tracksFrom where they come from, for the model card
     */
    Evaluation evaluate(String tracksFrom, List<TrackLogits> tracks) {
        var decisions = tracks.stream()
                .map(track -> new Decision(track.label(), track.posteriors(calibration.temperature())))
                .toList();
        int correct = (int) decisions.stream().filter(Decision::isRight).count();
        var known = decisions.stream()
                .filter(decision -> decision.confidence() >= calibration.unknownBelow())
                .toList();
        var interval = WilsonInterval.of(correct, tracks.size());
        var confusion = confusion(decisions);
        var recalls = recalls(confusion);
        return new Evaluation(
                tracksFrom,
                tracks.size(),
                correct,
                rounded(share(correct, tracks.size())),
                rounded(interval.low()),
                rounded(interval.high()),
                rounded(meanRecall(recalls)),
                rounded(tracks.isEmpty() ? 0 : Calibrator.negativeLogLikelihood(tracks, calibration.temperature())),
                rounded(calibrationError(decisions)),
                decisions.size() - known.size(),
                rounded(share(known.size(), decisions.size())),
                rounded(share((int) known.stream().filter(Decision::isRight).count(), known.size())),
                rounded(Neighbours.precision(tracks)),
                recalls,
                Arrays.stream(confusion)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList());
    }

    private static double share(int some, int all) {
        return all == 0 ? 0 : (double) some / all;
    }

    private static double calibrationError(List<Decision> decisions) {
        var right = new boolean[decisions.size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = decisions.get(i).isRight();
        }
        return decisions.isEmpty()
                ? 0
                : CalibrationError.of(
                        decisions.stream().mapToDouble(Decision::confidence).toArray(), right);
    }

    private int[][] confusion(List<Decision> decisions) {
        var counts = new int[classes.size()][classes.size()];
        decisions.forEach(decision -> counts[decision.label()][decision.best()]++);
        return counts;
    }

    private List<ClassRecall> recalls(int[][] confusion) {
        var recalls = new ArrayList<ClassRecall>();
        for (int label = 0; label < confusion.length; label++) {
            recalls.add(new ClassRecall(
                    classes.get(label), Arrays.stream(confusion[label]).sum(), confusion[label][label]));
        }
        return recalls;
    }

    private static double meanRecall(List<ClassRecall> recalls) {
        return recalls.stream()
                .filter(recall -> recall.tracks() > 0)
                .mapToDouble(recall -> (double) recall.recognised() / recall.tracks())
                .average()
                .orElse(0);
    }

    /** Four decimals: more would claim what so few tracks cannot show. */
    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
