package io.timbre.trainer.fit;

import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.engine.ParametersFile;
import io.timbre.networks.engine.SegmentScorer;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Standardisation;
import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.Prediction;
import io.timbre.trainer.data.Split;
import io.timbre.trainer.fit.Descent.Fitted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fits a network to the training part of a split, chooses the epoch by its validation part, and says what it makes of all.
 *
 * <pre>{@code
 * var result = new NetworkFit(network, FitSettings.of(Loss.SOFTMAX_CROSS_ENTROPY, 50, 1), listener).fit(split);
 * }</pre>
 *
 * <p>A network that begins with a {@link Standardisation} has it measured on the training part.
 */
public final class NetworkFit {

    /** Of a hash, which no two fits of a study share. */
    private static final int NAME_DIGITS = 16;

    private final Network network;
    private final FitSettings settings;
    private final FitListener listener;
    private final Optional<Path> states;

    public NetworkFit(Network network, FitSettings settings, FitListener listener) {
        this(network, settings, listener, Optional.empty());
    }

    private NetworkFit(Network network, FitSettings settings, FitListener listener, Optional<Path> states) {
        this.network = network;
        this.settings = settings;
        this.listener = listener;
        this.states = states;
    }

    /**
     * The same fit, leaving its state in a folder after each epoch and going on from the state that it finds there, to the
     * same weights, bit for bit.
     *
     * @param states made if need be; in it each network, settings and data have a folder of their own
     */
    public NetworkFit resumable(Path states) {
        return new NetworkFit(network, settings, listener, Optional.of(states));
    }

    /**
     * Fits fresh weights, or those of the state that was left.
     *
     * @throws IllegalArgumentException before it starts, if network, loss and data do not belong together, if a class
     *     has no training example, or if the state is of another fit
     * @throws ArithmeticException if the loss was no number from the start
     */
    public FitResult fit(Split split) {
        new SplitCheck(network).require(split);
        int classes = split.dataset().classes().size();
        var objective = new Objective(settings.loss(), network.outputs(), classes);
        var training = split.of(Part.TRAINING);
        var targets = settings.classWeights()
                ? Targets.balanced(objective, network.outputs(), classes, training)
                : Targets.plain(objective, network.outputs(), classes);
        var fitted = descent(split)
                .run(
                        new ExampleBatches(training, targets, settings),
                        statistics(training),
                        validation(split.of(Part.VALIDATION), targets, objective));
        return new FitResult(
                fitted.parameters(), fitted.bestEpoch(), fitted.epochs(), predictions(split, fitted, objective));
    }

    private Descent descent(Split split) {
        var descent = new Descent(network, split.dataset().classes().size(), settings, listener);
        return states.map(folder -> resumable(descent, folder, DataHash.of(split)))
                .orElse(descent);
    }

    private Descent resumable(Descent descent, Path folder, String data) {
        var fit = new DataHash();
        fit.add(network.toString());
        fit.add(settings.toString());
        fit.add(data);
        return descent.resumable(folder.resolve(fit.hex().substring(0, NAME_DIGITS)), Map.of("data", data));
    }

    private Optional<BandStatistics> statistics(List<Example> training) {
        return network.standardises()
                ? Optional.of(
                        BandStatistics.of(training.stream().map(Example::input).toList(), network))
                : Optional.empty();
    }

    private static Validation validation(List<Example> examples, Targets targets, Objective objective) {
        return examples.isEmpty() ? Validation.NONE : new ExampleValidation(examples, targets, objective);
    }

    private Map<Part, List<Prediction>> predictions(Split split, Fitted fitted, Objective objective) {
        var predictions = new EnumMap<Part, List<Prediction>>(Part.class);
        try (var model = ComputeEngine.MXNET.newModel(network)) {
            ParametersFile.read(fitted.parameters(), model, network);
            var scorer = new SegmentScorer(model, network);
            for (var part : Part.values()) {
                predictions.put(part, predict(split.of(part), scorer, objective));
            }
        }
        return predictions;
    }

    private static List<Prediction> predict(List<Example> examples, SegmentScorer scorer, Objective objective) {
        var scores = scorer.score(examples.stream().map(Example::input).toList());
        var predictions = new ArrayList<Prediction>();
        for (int i = 0; i < scores.size(); i++) {
            predictions.add(new Prediction(
                    examples.get(i), objective.posteriors(scores.get(i).logits())));
        }
        return List.copyOf(predictions);
    }
}
