package io.timbre.trainer.champion;

import io.timbre.networks.engine.ParametersFile;
import io.timbre.networks.model.Checkpoint;
import io.timbre.networks.model.ModelDescription;
import io.timbre.networks.model.ModelDescription.Calibration;
import io.timbre.networks.model.ModelDescription.Parameters;
import io.timbre.networks.model.ModelDescription.Training;
import io.timbre.networks.model.ReferencePredictions;
import io.timbre.signal.frontend.SegmentFrontEnd;
import io.timbre.trainer.data.Part;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Calibrates and evaluates fitted weights, and makes the checkpoint that says all about them. */
final class CheckpointMaker {

    private final Corpus corpus;
    private final SegmentFrontEnd frontEnd;
    private final TrainingSettings settings;
    private final List<OutlierSource> outliers;
    private final boolean goesOn;

    /** @param goesOn whether the weights are those of another model, trained further */
    CheckpointMaker(
            Corpus corpus,
            SegmentFrontEnd frontEnd,
            TrainingSettings settings,
            List<OutlierSource> outliers,
            boolean goesOn) {
        this.outliers = outliers;
        this.goesOn = goesOn;
        this.corpus = corpus;
        this.frontEnd = frontEnd;
        this.settings = settings;
    }

    /**
     * The checkpoint; the test tracks are looked at here for the first time.
     *
     * @param heldBack what was said of tracks by networks that had not seen them
     */
    Checkpoint make(Fit fit, HeldBack heldBack) {
        var test = fit.score(corpus.of(Part.TEST));
        var description = describe(fit, heldBack, test);
        var checkpoint = Checkpoint.of(description, fit.parameters(), ModelCard.of(description, fit.network()));
        return test.isEmpty()
                ? checkpoint
                : checkpoint
                        .withCard(checkpoint.card()
                                + CalibrationSection.of(description.test(), decisions(description, test)))
                        .withReference(reference(description, test));
    }

    private static List<Decision> decisions(ModelDescription description, List<TrackLogits> tracks) {
        double temperature = description.calibration().temperature();
        return tracks.stream()
                .map(track -> new Decision(track.label(), track.posteriors(temperature)))
                .toList();
    }

    private static ReferencePredictions reference(ModelDescription description, List<TrackLogits> test) {
        double temperature = description.calibration().temperature();
        return new ReferencePredictions(
                description.test().tracksFrom(),
                test.stream().map(track -> track.posteriors(temperature)).toArray(float[][]::new),
                test.stream().map(TrackLogits::embedding).toArray(float[][]::new),
                test.stream().mapToInt(TrackLogits::label).toArray());
    }

    private ModelDescription describe(Fit fit, HeldBack heldBack, List<TrackLogits> test) {
        var calibration = Calibrator.calibrate(heldBack);
        var evaluator = new Evaluator(corpus.classes(), calibration);
        var sha256 = Checkpoint.sha256(fit.parameters());
        var network = fit.network();
        var met = new ModelDescription.FrontEnd(
                frontEnd.name(),
                frontEnd.fingerprint(),
                Arrays.stream(frontEnd.segmentShape()).boxed().toList());
        var held = settings.folds() == 0 ? "validation tracks of " : settings.folds() + " folds, by artist, of ";
        var version = Checkpoint.version(network.name(), corpus.classes(), met, calibration, sha256);
        return new ModelDescription(
                version,
                network.name(),
                corpus.classes(),
                met,
                calibration,
                new Parameters(ParametersFile.name(network), sha256, network.parameterCount()),
                evaluator.evaluate("test tracks of " + corpus.source(), test),
                evaluator.evaluate(held + corpus.source(), heldBack.tracks()),
                training(fit, version, unheard(heldBack, calibration)));
    }

    /** What became of the sources of outliers that each fold had not heard. */
    private Map<String, String> unheard(HeldBack heldBack, Calibration calibration) {
        var said = new LinkedHashMap<String, String>();
        if (!outliers.isEmpty()) {
            said.put(
                    "recorded_outliers",
                    outliers.stream()
                            .map(source ->
                                    source.name() + " " + source.segments().size())
                            .collect(Collectors.joining(" + ")));
        }
        if (!heldBack.outliers().isEmpty()) {
            var share = Calibrator.unknown(heldBack.outliers(), calibration);
            said.put(ModelCard.UNHEARD_UNKNOWN, String.format(Locale.ROOT, "%.3f", share));
        }
        return said;
    }

    private Training training(Fit fit, String version, Map<String, String> unheard) {
        Map<String, String> used = settings.asMap();
        used.putAll(unheard);
        used.put("best_epoch", String.valueOf(fit.bestEpoch()));
        var tracks = corpus.counts(Part.TRAINING);
        if (settings.folds() > 0) {
            corpus.counts(Part.VALIDATION).forEach((genre, count) -> tracks.merge(genre, count, Integer::sum));
        }
        return new Training(corpus.source(), tracks, used, command(version));
    }

    private String command(String version) {
        return goesOn
                ? "POST /api/training-runs {\"rebuild\": \"" + version + "\"}"
                : "./timbre train --data DIR --out DIR " + (outliers.isEmpty() ? "" : "--outliers DIR ") + "--seed "
                        + settings.seed();
    }
}
