package io.timbre.trainer.champion;

import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.engine.ParametersFile;
import io.timbre.networks.engine.SegmentScorer;
import io.timbre.networks.model.Checkpoint;
import io.timbre.networks.model.ModelDescription;
import io.timbre.networks.model.ModelDescription.Calibration;
import io.timbre.networks.model.ModelDescription.Parameters;
import io.timbre.networks.model.ModelDescription.Training;
import io.timbre.networks.table.Network;
import io.timbre.signal.frontend.SegmentFrontEnd;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.fit.Descent.Fitted;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Calibrates and evaluates fitted weights, and makes the checkpoint that says all about them. */
final class CheckpointMaker {

    private final Corpus corpus;
    private final SegmentFrontEnd frontEnd;
    private final TrainingSettings settings;

    CheckpointMaker(Corpus corpus, SegmentFrontEnd frontEnd, TrainingSettings settings) {
        this.corpus = corpus;
        this.frontEnd = frontEnd;
        this.settings = settings;
    }

    Checkpoint make(Network network, Fitted fitted) {
        try (var model = ComputeEngine.MXNET.newModel(network)) {
            ParametersFile.read(fitted.parameters(), model, network);
            var scorer = new SegmentScorer(model, network);
            var validation = score(scorer, Part.VALIDATION);
            var calibration = Calibrator.calibrate(validation);
            var description = describe(network, fitted, calibration, validation, score(scorer, Part.TEST));
            return Checkpoint.of(description, fitted.parameters(), ModelCard.of(description, network));
        }
    }

    private List<TrackLogits> score(SegmentScorer scorer, Part part) {
        return TrackLogits.score(scorer, TrackSegments.of(corpus.of(part), frontEnd));
    }

    private ModelDescription describe(
            Network network,
            Fitted fitted,
            Calibration calibration,
            List<TrackLogits> validation,
            List<TrackLogits> test) {
        var evaluator = new Evaluator(corpus.classes(), calibration);
        var sha256 = Checkpoint.sha256(fitted.parameters());
        var met = new ModelDescription.FrontEnd(
                frontEnd.name(),
                frontEnd.fingerprint(),
                Arrays.stream(frontEnd.segmentShape()).boxed().toList());
        return new ModelDescription(
                Checkpoint.version(network.name(), corpus.classes(), met, calibration, sha256),
                network.name(),
                corpus.classes(),
                met,
                calibration,
                new Parameters(ParametersFile.name(network), sha256, network.parameterCount()),
                evaluator.evaluate("test tracks of " + corpus.source(), test),
                evaluator.evaluate("validation tracks of " + corpus.source(), validation),
                training(fitted));
    }

    private Training training(Fitted fitted) {
        Map<String, String> used = settings.asMap();
        used.put("best_epoch", String.valueOf(fitted.bestEpoch()));
        return new Training(
                corpus.source(),
                corpus.counts(Part.TRAINING),
                used,
                "./timbre train --data DIR --out DIR --seed " + settings.seed());
    }
}
