package io.timbre.trainer.experiment.lee;

import io.timbre.trainer.data.LeakageAudit;
import io.timbre.trainer.experiment.Bars;
import io.timbre.trainer.experiment.LearningCurves;
import io.timbre.trainer.experiment.Report;
import io.timbre.trainer.experiment.Section;
import io.timbre.trainer.experiment.Section.Comparison;
import io.timbre.trainer.experiment.Section.Figure;
import io.timbre.trainer.experiment.Section.Picture;
import io.timbre.trainer.experiment.Section.Row;
import io.timbre.trainer.experiment.Section.Table;
import io.timbre.trainer.experiment.Section.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes down what the runs came to. */
record Findings(String data, Budget budget, Outcome published, Outcome honest) {

    /** 53 of 101 test tracks. */
    private static final double PAPER_ALONE = 52.48;

    Report report() {
        var sections = new ArrayList<Section>();
        sections.add(new Text("What was done", method()));
        sections.add(new Comparison("Accuracy on the test part, mean over seeds", rows()));
        sections.add(new Text("Does the GAN help?", new Verdict(effects()).inWords()));
        sections.add(effectTable());
        sections.add(bars());
        sections.add(new Text("Why the published GAN cannot be right", whyNot()));
        sections.add(evidence());
        sections.addAll(pictures());
        sections.add(new Text(
                "What the published split leaks",
                LeakageAudit.of(published.first()).describe()));
        sections.add(genres());
        return new Report(
                "lee",
                "Lee: an LSTM on mel spectrograms, and a GAN that makes more of them",
                data + ". The paper had 999 GTZAN tracks of 30 s and took the first 4 s of each.",
                sections);
    }

    private String method() {
        return """
                The paper trains an LSTM (twice 256, ReLU, batch normalisation, dropout 0.3) on the first 174 mel frames, \
                about 4 s, of 699 tracks, for 120 epochs at a learning rate of 5e-5, tests it once on 101 tracks, and \
                then adds 700 and 1500 spectrograms that a GAN made. Here everything is run with %d seeds, and a \
                condition and the LSTM alone share split, seed and the weights that they begin with.

                Different from the paper, for want of sound and of time:

                - %d tracks instead of 999, and the first two seconds of each instead of four;
                - the mean of eight frames a step: %d steps of 186 ms instead of 174 of 23 ms;
                - about %d steps of Adam at %s in every condition, in batches of 32, gradients clipped at 1, the epoch \
                chosen by the validation part. More examples therefore mean fewer epochs, not more steps as in the \
                paper, which is to their disadvantage: the same real track is heard less often;
                - the LSTM is given decibels scaled to -2 to 2: on decibels as they are it learns next to nothing in so \
                few steps;
                - the GAN's layer sizes and how long it trained are not at hand: both halves are small convolutional \
                networks, %d steps each. What is known is kept: it is told no genre, it ends in a tanh, and it is shown \
                decibels as they are. Its labels are then arbitrary: each genre in turn;
                - the conditional pair differs in two things: both halves are told the genre, and decibels are scaled to \
                -1 to 1 for it and back.

                The baseline is one fully connected layer on the mean of the steps.
                """.formatted(
                        budget.seeds(),
                        published.first().dataset().examples().size(),
                        CoarseMel.STEPS,
                        budget.steps(),
                        Budget.LEARNING_RATE,
                        budget.adversarialSteps());
    }

    private List<Row> rows() {
        return Stream.of(published, honest)
                .flatMap(outcome -> Stream.concat(
                        outcome.conditions().stream().map(condition -> row(outcome, condition)),
                        Stream.of(row(outcome, "baseline", OptionalDouble.empty(), outcome.baseline(), ""))))
                .toList();
    }

    private static Row row(Outcome outcome, Condition condition) {
        boolean isAlone = condition.equals(Condition.ALONE);
        boolean isPapers = isAlone && !outcome.protocol().honest();
        return row(
                outcome,
                condition.words(),
                isPapers ? OptionalDouble.of(PAPER_ALONE) : OptionalDouble.empty(),
                outcome.figure(condition),
                remark(outcome, condition));
    }

    private static String remark(Outcome outcome, Condition condition) {
        if (outcome.protocol().honest() || condition.isOf(Pair.CONDITIONAL)) {
            return "";
        }
        return condition.equals(Condition.ALONE)
                ? "the paper: 53 of 101 tracks, one run; we have less than half of its tracks and half of its seconds"
                : "the paper: up to 59 of 101 tracks, one run; which number of examples gave it we do not know";
    }

    private static Row row(Outcome outcome, String what, OptionalDouble paper, Figure ours, String remark) {
        return new Row(what, outcome.protocol().words(), outcome.protocol().honest(), paper, ours, remark, Map.of());
    }

    private List<Effect> effects() {
        return Stream.of(published, honest)
                .flatMap(outcome -> outcome.effects().stream())
                .toList();
    }

    private Table effectTable() {
        var rows = Stream.of(published, honest)
                .flatMap(outcome -> outcome.effects().stream().map(effect -> effectRow(outcome, effect)))
                .toList();
        return new Table(
                "Against the LSTM alone, pairs of the same seed",
                List.of(
                        "protocol",
                        "added",
                        "difference (points)",
                        "95 % interval",
                        "better / worse",
                        "Wilcoxon p",
                        "paired t p"),
                rows);
    }

    private static List<String> effectRow(Outcome outcome, Effect effect) {
        return List.of(
                outcome.protocol().words(),
                effect.condition().words(),
                format("%+.2f", effect.mean()),
                format(
                        "%+.2f to %+.2f",
                        effect.interval().low(), effect.interval().high()),
                effect.better() + " / " + effect.worse(),
                format("%.3f", effect.wilcoxon()),
                format("%.3f", effect.pairedT()));
    }

    private Picture bars() {
        var figures = new LinkedHashMap<String, Figure>();
        figures.put("baseline", published.baseline());
        published.conditions().forEach(condition -> figures.put(condition.words(), published.figure(condition)));
        return Bars.of(
                "Accuracy, " + published.protocol().words(),
                "lee-accuracy.png",
                "accuracy (%)",
                figures,
                "Mean over the seeds and its 95 % interval.");
    }

    private String whyNot() {
        return """
                Its last layer is a tanh: whatever it learns, a value lies between -1 and 1 dB, while the data lie between \
                -%.0f and 0 dB. The discriminator tells the two apart by one look at the level, its loss falls to \
                nothing, and the generator hears no more from it. And since nobody tells it a genre, the label that \
                its examples are given says nothing about them. The table shows both, and beside them the conditional \
                pair: the judge is the LSTM alone of the same seed, which has never seen a generated example. A judge \
                that agrees with the labels of generated examples as seldom as chance hears nothing of them.
                """.formatted(CoarseMel.RANGE_DB);
    }

    private Table evidence() {
        var trials = published.trials();
        var rows = new ArrayList<List<String>>();
        rows.add(evidenceRow(
                "real test tracks",
                Evidence.mean(trials.stream().map(Trial::evidence).toList()),
                "–"));
        for (var pair : Pair.values()) {
            rows.add(evidenceRow(
                    pair.words(),
                    Evidence.mean(trials.stream()
                            .map(made(pair))
                            .map(Trial.Made::evidence)
                            .toList()),
                    format(
                            "%.3f",
                            trials.stream()
                                    .map(made(pair))
                                    .mapToDouble(Trial.Made::lastDiscriminatorLoss)
                                    .average()
                                    .orElseThrow())));
        }
        return new Table(
                "What the examples are worth, mean over seeds",
                List.of(
                        "examples",
                        "least dB",
                        "greatest dB",
                        "judge agrees (%)",
                        "judge's commonest genre (%)",
                        "to the nearest training track (dB rms)",
                        "to another of them (dB rms)",
                        "discriminator's last loss (nats)"),
                rows);
    }

    private static List<String> evidenceRow(String name, Evidence evidence, String loss) {
        return List.of(
                name,
                format("%.1f", evidence.leastDb()),
                format("%.1f", evidence.greatestDb()),
                format("%.1f", 100 * evidence.agreement()),
                format("%.1f", 100 * evidence.commonest()),
                format("%.1f", evidence.nearestDb()),
                format("%.1f", evidence.apartDb()),
                loss);
    }

    private List<Section> pictures() {
        var trial = published.trials().getFirst();
        var pictures = new ArrayList<Section>();
        var order =
                "One a genre: " + String.join(", ", published.first().dataset().classes()) + ".";
        pictures.add(Pictures.spectrograms("real", "lee-real.png", trial.real(), order));
        for (var pair : Pair.values()) {
            var made = made(pair).apply(trial);
            var stem = "lee-" + pair.fileWord();
            pictures.add(
                    Pictures.spectrograms(pair.words(), stem + ".png", made.shown(), order + " Colours as above."));
            pictures.add(Pictures.losses(pair, stem + "-losses.png", made));
        }
        pictures.add(LearningCurves.loss("the LSTM alone, first seed", "lee-lstm-loss.png", trial.epochs()));
        return pictures;
    }

    private Table genres() {
        return new Table(
                "The LSTM alone by genre, " + honest.protocol().words() + ", all seeds together",
                List.of("genre", "prior (%)", "precision (%)", "recall (%)", "F1 (%)"),
                honest.alone().perClass().stream()
                        .map(genre -> List.of(
                                genre.name(),
                                format("%.1f", 100 * genre.prior()),
                                format("%.1f", 100 * genre.precision()),
                                format("%.1f", 100 * genre.recall()),
                                format("%.1f", 100 * genre.f1())))
                        .toList());
    }

    private static Function<Trial, Trial.Made> made(Pair pair) {
        return trial -> trial.pairs().get(pair);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
