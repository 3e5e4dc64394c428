package io.timbre.trainer.champion;

import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.engine.ParametersFile;
import io.timbre.networks.engine.SegmentScorer;
import io.timbre.networks.model.Checkpoint;
import io.timbre.networks.model.ModelDescription;
import io.timbre.networks.model.ModelDescription.Parameters;
import io.timbre.networks.model.ModelDescription.Training;
import io.timbre.networks.table.Network;
import io.timbre.signal.frontend.FrontEnd;
import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.Split;
import io.timbre.trainer.fit.FitResult;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes the checkpoint of a network of scores, which reads a piece as one input: calibrates, evaluates and describes it. */
public final class PieceCheckpoint {

    private final Network network;
    private final FrontEnd frontEnd;
    private final Split split;

    /**
     * Of a network that was, or will be, fitted to a split of what a front end gives.
     *
     * @throws IllegalArgumentException if a part of the split is empty
     */
    public PieceCheckpoint(Network network, FrontEnd frontEnd, Split split) {
        for (var part : Part.values()) {
            if (split.of(part).isEmpty()) {
                throw new IllegalArgumentException("the split must have pieces for " + part + ": has none");
            }
        }
        this.network = network;
        this.frontEnd = frontEnd;
        this.split = split;
    }

    /**
     * The checkpoint; the test pieces are looked at here for the first time.
     *
     * @param settings everything that had a say in the fit
     * @param command that does it all again
     */
    public Checkpoint make(FitResult fitted, Map<String, String> settings, String command) {
        try (var model = ComputeEngine.MXNET.newModel(network)) {
            ParametersFile.read(fitted.parameters(), model, network);
            var scorer = new SegmentScorer(model, network);
            var used = new TreeMap<>(settings);
            used.put("best_epoch", String.valueOf(fitted.bestEpoch()));
            var training = new Training(source() + ", " + split.protocol(), counts(Part.TRAINING), used, command);
            var description =
                    describe(fitted.parameters(), score(scorer, Part.VALIDATION), score(scorer, Part.TEST), training);
            return Checkpoint.of(description, fitted.parameters(), PieceCard.of(description, network));
        }
    }

    private ModelDescription describe(
            byte[] parameters, List<TrackLogits> validation, List<TrackLogits> test, Training training) {
        var classes = split.dataset().classes();
        var calibration = Calibrator.calibrate(validation);
        var evaluator = new Evaluator(classes, calibration);
        var sha256 = Checkpoint.sha256(parameters);
        var met = new ModelDescription.FrontEnd(frontEnd.name(), frontEnd.fingerprint(), shape());
        return new ModelDescription(
                Checkpoint.version(network.name(), classes, met, calibration, sha256),
                network.name(),
                classes,
                met,
                calibration,
                new Parameters(ParametersFile.name(network), sha256, network.parameterCount()),
                evaluator.evaluate("test pieces of " + source(), test),
                evaluator.evaluate("validation pieces of " + source(), validation),
                training);
    }

    private List<TrackLogits> score(SegmentScorer scorer, Part part) {
        return TrackLogits.score(
                scorer,
                split.of(part).stream()
                        .map(piece -> new TrackSegments(piece.label(), List.of(piece.input())))
                        .toList());
    }

    private String source() {
        return split.dataset().source();
    }

    private List<Integer> shape() {
        return Arrays.stream(network.inputShape().getShape())
                .mapToObj(Math::toIntExact)
                .toList();
    }

    private Map<String, Integer> counts(Part part) {
        var counts = new TreeMap<String, Integer>();
        for (Example piece : split.of(part)) {
            counts.merge(split.dataset().classes().get(piece.label()), 1, Integer::sum);
        }
        return counts;
    }
}
