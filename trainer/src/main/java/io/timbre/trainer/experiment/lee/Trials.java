package io.timbre.trainer.experiment.lee;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Standardisation;
import io.timbre.networks.zoo.Lee;
import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.Prediction;
import io.timbre.trainer.data.Split;
import io.timbre.trainer.experiment.Fits;
import io.timbre.trainer.experiment.lee.Trial.Made;
import io.timbre.trainer.fit.FitResult;
import io.timbre.trainer.metrics.ClassMetrics;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Runs every condition on a split, all of them with the same weights to begin with. */
final class Trials {

    private final Budget budget;
    private final List<Condition> conditions;
    private final Fits fits;

    Trials(Budget budget, List<Condition> conditions, Fits fits) {
        this.budget = budget;
        this.conditions = conditions;
        this.fits = fits;
    }

    /** All conditions with one seed. */
    Trial run(Split split, long seed) {
        var classes = split.dataset().classes();
        var network = Lee.lstm(CoarseMel.STEPS, classes.size());
        var alone = fit(network, split, seed, Condition.ALONE);
        var judge = new Judge(network, alone.parameters());
        var accuracies = new LinkedHashMap<Condition, Double>();
        accuracies.put(Condition.ALONE, accuracy(classes, alone));
        var pairs = new EnumMap<Pair, Made>(Pair.class);
        for (var pair : Pair.values()) {
            var made = GeneratedTracks.of(pair, split, budget.pair(seed), budget.more());
            for (var condition : conditions) {
                if (condition.isOf(pair)) {
                    var more = made.addedTo(split, condition.added());
                    accuracies.put(condition, accuracy(classes, fit(network, more, seed, condition)));
                }
            }
            pairs.put(pair, made(made, split, judge));
        }
        var test = split.of(Part.TEST);
        return new Trial(
                accuracies,
                baseline(split, seed),
                tested(alone),
                alone.epochs(),
                Evidence.of(test, split.of(Part.TRAINING), judge),
                oneOfEach(test, classes.size()),
                pairs);
    }

    private FitResult fit(Network network, Split split, long seed, Condition condition) {
        return fits.fit(
                network,
                budget.lstm(seed, split.of(Part.TRAINING).size()),
                each(split, network.inputShape(), LstmInput::of),
                condition.words() + ", " + split.protocol() + ", weights " + seed);
    }

    private static Made made(GeneratedTracks made, Split split, Judge judge) {
        return new Made(
                Evidence.of(made.examples(), split.of(Part.TRAINING), judge),
                made.examples().subList(0, split.dataset().classes().size()),
                made.result().discriminatorLosses(),
                made.result().generatorLosses());
    }

    /** One fully connected layer on the mean of the steps. */
    private double baseline(Split split, long seed) {
        var means = each(split, new Shape(Lee.BANDS), Trials::mean);
        var classes = split.dataset().classes();
        var network = new Network(
                "mean-of-steps",
                means.dataset().inputShape(),
                List.of(new Standardisation(), new FullyConnected(classes.size())));
        return accuracy(classes, fits.fit(network, budget.baseline(seed), means, "mean of steps, weights " + seed));
    }

    private static Split each(Split split, Shape inputShape, UnaryOperator<Example> change) {
        var dataset = split.dataset();
        var parts = new EnumMap<Part, List<Example>>(Part.class);
        split.parts().forEach((part, examples) -> parts.put(part, each(examples, change)));
        return new Split(
                new Dataset(dataset.source(), inputShape, dataset.classes(), each(dataset.examples(), change)),
                split.protocol(),
                parts);
    }

    private static List<Example> each(List<Example> examples, UnaryOperator<Example> change) {
        return examples.stream().map(change).toList();
    }

    private static Example mean(Example example) {
        var means = new float[Lee.BANDS];
        for (int i = 0; i < example.input().length; i++) {
            means[i % Lee.BANDS] += example.input()[i] / CoarseMel.STEPS;
        }
        return new Example(example.id(), means, example.targets(), example.weights(), example.groups());
    }

    private static List<Prediction> tested(FitResult result) {
        return result.predictions().getOrDefault(Part.TEST, List.of());
    }

    private static double accuracy(List<String> classes, FitResult result) {
        return ClassMetrics.of(classes, tested(result)).accuracy();
    }

    private static List<Example> oneOfEach(List<Example> examples, int classes) {
        return IntStream.range(0, classes)
                .boxed()
                .flatMap(label -> examples.stream()
                        .filter(example -> example.label() == label)
                        .limit(1))
                .toList();
    }
}
