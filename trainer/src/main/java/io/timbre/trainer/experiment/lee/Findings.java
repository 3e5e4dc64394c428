package io.timbre.trainer.experiment.lee;

import io.timbre.trainer.data.LeakageAudit;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.experiment.Bars;
import io.timbre.trainer.experiment.ClassTable;
import io.timbre.trainer.experiment.LearningCurves;
import io.timbre.trainer.experiment.Report;
import io.timbre.trainer.experiment.Section;
import io.timbre.trainer.experiment.Section.Comparison;
import io.timbre.trainer.experiment.Section.Figure;
import io.timbre.trainer.experiment.Section.Picture;
import io.timbre.trainer.experiment.Section.Table;
import io.timbre.trainer.experiment.Section.Text;
import io.timbre.trainer.experiment.lee.Condition.Generated;
import io.timbre.trainer.experiment.lee.Condition.Repeated;
import io.timbre.trainer.metrics.ClassMetrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes down what the runs came to. */
record Findings(Budget budget, List<Outcome> outcomes) {

    Report report() {
        var worth = new Worth(outcomes);
        var sections = new ArrayList<Section>();
        sections.add(new Text("What was done", method()));
        sections.add(new Comparison(
                "Accuracy on the test parts of all runs",
                outcomes.stream()
                        .flatMap(outcome -> new AccuracyRows(outcome).rows().stream())
                        .toList()));
        sections.add(new Text(
                "Beside the paper",
                BesideThePaper.of(outcomes.getFirst(), budget).inWords()));
        sections.add(new Text(
                "Does the GAN help?",
                new Verdict(outcomes.stream().map(Outcome::effects).toList()).inWords()));
        sections.add(effectTable());
        outcomes.forEach(outcome -> sections.add(bars(outcome)));
        sections.add(worth.words());
        sections.add(worth.table());
        outcomes.forEach(outcome -> sections.addAll(pictures(outcome)));
        sections.add(new Text("What the splits leak, in the first run", leaks()));
        sections.add(genres());
        return new Report(
                "lee",
                "Lee: an LSTM on mel spectrograms, and a GAN that makes more of them",
                outcomes.getFirst().first().dataset().source()
                        + ". The paper had 999 GTZAN tracks of 30 s and took the first 4 s of each.",
                sections);
    }

    private String method() {
        return """
                The paper trains an LSTM (twice 256, ReLU, batch normalisation, dropout 0.3) on the first 174 mel frames, \
                about 4 s, of 699 tracks, for 120 epochs at a learning rate of 5e-5, tests it once on 101 tracks, and \
                then adds 700 and 1500 spectrograms that a GAN made. Here every condition is run several times, and in \
                each run all conditions share split, seed and the weights that they begin with:

                %s
                Accuracy is over the test parts of all runs together, its interval a bootstrap over their tracks, \
                over their artists where these are kept apart. The tests pair runs; runs share tracks, which the tests do \
                not know of, so that their p-values are rather too small than too large. Folds by artist leave out \
                tracks whose artist nobody knows.

                Different from the paper, for want of sound and of time:

                - %d tracks instead of 999, and the first two seconds of each instead of four;
                - the mean of eight frames a step: %d steps of 186 ms instead of 174 of 23 ms;
                - %d epochs of Adam at %s in every condition, in batches of 32, gradients clipped at 1, the epoch chosen \
                by the validation part. As in the paper, more examples are then more steps, of which there are few. \
                Real tracks that are repeated, as many of each genre as are generated, tell what steps do by themselves;
                - the LSTM is given decibels scaled to -2 to 2, as values of -80 saturate its gates;
                - the GAN's layer sizes and how long it trained are not at hand: both halves are small convolutional \
                networks, %d steps each. What is known is kept: it is told no genre, it ends in a tanh, and it is shown \
                decibels as they are. Its labels are then arbitrary: each genre in turn;
                - the conditional pair differs in two things: both halves are told the genre, and decibels are scaled to \
                -1 to 1 for it and back;
                - left out for time: %s.

                The baseline is one fully connected layer on the mean of the steps.
                """.formatted(
                        outcomes.stream().map(this::protocolLine).collect(Collectors.joining()),
                        outcomes.getFirst().first().dataset().examples().size(),
                        CoarseMel.STEPS,
                        budget.epochs(),
                        Budget.LEARNING_RATE,
                        budget.adversarialSteps(),
                        outcomes.stream().map(this::leftOut).collect(Collectors.joining("; ")));
    }

    /** What is not run of all pairs and repeated tracks in both numbers. */
    private String leftOut(Outcome outcome) {
        var all = IntStream.of(budget.fewer(), budget.more()).boxed().flatMap(Findings::adding);
        return all.filter(condition -> !outcome.plan().conditions().contains(condition))
                .map(Condition::words)
                .collect(Collectors.joining(", ", outcome.protocol().words() + ": ", ""));
    }

    private static Stream<Condition> adding(int added) {
        var generated = Arrays.stream(Pair.values()).map(pair -> new Generated(pair, added));
        return Stream.concat(generated, Stream.of(new Repeated(added)));
    }

    private String protocolLine(Outcome outcome) {
        int training = outcome.first().of(Part.TRAINING).size();
        return "- %s: %d runs; in the first, %d tracks to train, %d to choose the epoch, %d to test; steps: %s\n"
                .formatted(
                        outcome.protocol().words(),
                        outcome.trials().size(),
                        training,
                        outcome.first().of(Part.VALIDATION).size(),
                        outcome.first().of(Part.TEST).size(),
                        outcome.plan().conditions().stream()
                                .map(condition -> "%d (%s)"
                                        .formatted(budget.steps(training + condition.added()), condition.words()))
                                .collect(Collectors.joining(", ")));
    }

    private Table effectTable() {
        return new Table(
                "One against the other, pairs of the same run",
                List.of(
                        "protocol",
                        "what",
                        "against",
                        "difference (points)",
                        "95 % interval",
                        "better / worse",
                        "Wilcoxon p",
                        "paired t p"),
                outcomes.stream()
                        .map(Outcome::effects)
                        .flatMap(effects -> effects.all().stream().map(effect -> cells(effects.protocol(), effect)))
                        .toList());
    }

    private static List<String> cells(String protocol, Effect effect) {
        return List.of(
                protocol,
                effect.contest().condition().words(),
                effect.contest().against().words(),
                format("%+.2f", effect.mean()),
                format(
                        "%+.2f to %+.2f",
                        effect.interval().low(), effect.interval().high()),
                effect.better() + " / " + effect.worse(),
                format("%.4f", effect.wilcoxon()),
                format("%.4f", effect.pairedT()));
    }

    private static Picture bars(Outcome outcome) {
        var figures = new LinkedHashMap<String, Figure>();
        figures.put("baseline", Figure.accuracy(outcome.baseline()));
        outcome.plan()
                .conditions()
                .forEach(condition -> figures.put(condition.words(), Figure.accuracy(outcome.metrics(condition))));
        return Bars.of(
                "Accuracy, " + outcome.protocol().words(),
                stem(outcome) + "-accuracy.png",
                "accuracy (%)",
                figures,
                "All runs together, and the 95 % interval.");
    }

    private static List<Section> pictures(Outcome outcome) {
        var trial = outcome.trials().getFirst();
        var stem = stem(outcome);
        var first = outcome.protocol().word() + ", first run";
        var order =
                "One a genre: " + String.join(", ", outcome.first().dataset().classes()) + ".";
        var pictures = new ArrayList<Section>();
        pictures.add(Pictures.spectrograms("real, " + first, stem + "-real.png", trial.real(), order));
        for (var made : trial.pairs()) {
            var of = made.pair().words() + ", " + first;
            var file = stem + "-" + made.pair().fileWord();
            pictures.add(Pictures.spectrograms(of, file + ".png", made.shown(), order + " Colours as above."));
            pictures.add(Pictures.losses(of, file + "-losses.png", made));
        }
        pictures.add(LearningCurves.loss("LSTM alone, " + first, stem + "-lstm-loss.png", trial.epochs()));
        return pictures;
    }

    private String leaks() {
        return outcomes.stream()
                .map(outcome -> "**%s**\n\n%s\n"
                        .formatted(
                                outcome.protocol().words(),
                                LeakageAudit.of(outcome.first()).describe()))
                .collect(Collectors.joining());
    }

    private Table genres() {
        var alone = new LinkedHashMap<String, ClassMetrics>();
        outcomes.forEach(outcome -> alone.put(outcome.protocol().words(), outcome.metrics(Condition.ALONE)));
        return ClassTable.of("The LSTM alone by genre, all runs together", alone);
    }

    private static String stem(Outcome outcome) {
        return "lee-" + outcome.protocol().word().replace(' ', '-');
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
