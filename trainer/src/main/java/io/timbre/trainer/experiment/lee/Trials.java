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
import io.timbre.trainer.fit.FitSettings;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Carries a plan out: in each run all conditions begin with the same weights. */
final class Trials {

    private final Plan plan;
    private final Budget budget;
    private final Fits fits;

    Trials(Plan plan, Budget budget, Fits fits) {
        this.plan = plan;
        this.budget = budget;
        this.fits = fits.under(plan.protocol().honest());
    }

    /** All runs. */
    Outcome run() {
        return new Outcome(plan, plan.protocol().runs().stream().map(this::run).toList());
    }

    private Trial run(Run run) {
        var split = run.split();
        int classes = split.dataset().classes().size();
        var network = Lee.lstm(CoarseMel.STEPS, classes);
        var alone = fit(network, run, Condition.ALONE, split);
        var pairs = plan.pairs().stream()
                .map(pair -> GeneratedTracks.of(pair, split, budget.pair(run.seed()), plan.most(pair)))
                .toList();
        var tested = new LinkedHashMap<Condition, List<Prediction>>();
        for (var condition : plan.conditions()) {
            var result = condition.equals(Condition.ALONE)
                    ? alone
                    : fit(network, run, condition, Enlarged.as(condition, split, pairs));
            tested.put(condition, tested(result));
        }
        var judge = new Judge(network, alone.parameters());
        var test = split.of(Part.TEST);
        return new Trial(
                tested,
                baseline(run),
                alone.epochs(),
                Evidence.of(test, split.of(Part.TRAINING), judge.genres(test)),
                oneOfEach(test, classes),
                pairs.stream().map(pair -> made(pair, split, judge)).toList());
    }

    private static Made made(GeneratedTracks made, Split split, Judge judge) {
        return new Made(
                made.pair(),
                Evidence.of(made.examples(), split.of(Part.TRAINING), judge.genres(made.examples())),
                made.examples().subList(0, split.dataset().classes().size()),
                made.result().discriminatorLosses(),
                made.result().generatorLosses());
    }

    private FitResult fit(Network network, Run run, Condition condition, Split split) {
        return fit(
                network,
                budget.lstm(run.seed()),
                each(split, network.inputShape(), LstmInput::of),
                condition.words(),
                run);
    }

    /** One fully connected layer on the mean of the steps. */
    private List<Prediction> baseline(Run run) {
        var means = each(run.split(), new Shape(Lee.BANDS), Trials::mean);
        var network = new Network(
                "mean-of-steps",
                means.dataset().inputShape(),
                List.of(
                        new Standardisation(),
                        new FullyConnected(means.dataset().classes().size())));
        return tested(fit(network, budget.baseline(run.seed()), means, "baseline", run));
    }

    private FitResult fit(Network network, FitSettings fit, Split split, String what, Run run) {
        var stage = "%s, %s, %s".formatted(plan.protocol().word(), run.name(), what);
        return fits.fit(network, fit, split, stage);
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

    private static List<Example> oneOfEach(List<Example> examples, int classes) {
        return IntStream.range(0, classes)
                .boxed()
                .flatMap(label -> examples.stream()
                        .filter(example -> example.label() == label)
                        .limit(1))
                .toList();
    }
}
