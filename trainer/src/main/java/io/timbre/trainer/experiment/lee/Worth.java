package io.timbre.trainer.experiment.lee;

import io.timbre.trainer.experiment.Section.Table;
import io.timbre.trainer.experiment.Section.Text;
import io.timbre.trainer.experiment.lee.Trial.Made;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What generated examples are worth beside real ones: the range of all runs, and means over them of the rest. */
record Worth(List<Outcome> outcomes) {

    private static final List<String> HEADER = List.of(
            "protocol",
            "examples",
            "least dB",
            "greatest dB",
            "judge agrees (%)",
            "judge's commonest genre (%)",
            "to the nearest training track (dB rms)",
            "to another of them (dB rms)",
            "discriminator's last loss (nats)");

    /**
     * One kind of example under one protocol.
     *
     * @param all over all runs
     * @param loss the discriminator's last, or a dash
     */
    private record Line(String protocol, String examples, Evidence all, String loss) {
        List<String> cells() {
            return List.of(
                    protocol,
                    examples,
                    format("%.1f", all.leastDb()),
                    format("%.1f", all.greatestDb()),
                    format("%.1f", 100 * all.agreement()),
                    format("%.1f", 100 * all.commonest()),
                    format("%.1f", all.nearestDb()),
                    format("%.1f", all.apartDb()),
                    loss);
        }

        String sentence() {
            return format(
                    "- %s, %s: values from %.1f to %.1f dB; the judge hears what the label says in %.1f %%; the discriminator's last loss: %s\n",
                    examples, protocol, all.leastDb(), all.greatestDb(), 100 * all.agreement(), loss);
        }
    }

    Text words() {
        int classes = outcomes.getFirst().first().dataset().classes().size();
        var words = format(
                """
                Its last layer is a tanh: whatever it learns, a value lies between -1 and 1 dB, while the data lie between \
                -%.0f and 0 dB, so that a discriminator need look at nothing but the level. And since nobody tells it a \
                genre, the label that its examples are given cannot say anything about them. The conditional pair is free of \
                both faults; what that is worth, the figures say. The judge is the LSTM alone of the same run, which has \
                never seen a generated example: it agrees with labels that say nothing in about %.1f %%. A discriminator \
                that never errs has a loss of 0, one that guesses has %.3f nats.

                %s""",
                CoarseMel.RANGE_DB,
                100.0 / classes,
                Math.log(2),
                lines().stream().map(Line::sentence).collect(Collectors.joining()));
        return new Text("Why the published GAN cannot be right", words);
    }

    Table table() {
        return new Table(
                "What the examples are worth: range of all runs, the rest means over runs",
                HEADER,
                lines().stream().map(Line::cells).toList());
    }

    private List<Line> lines() {
        return outcomes.stream().flatMap(outcome -> lines(outcome).stream()).toList();
    }

    private static List<Line> lines(Outcome outcome) {
        var protocol = outcome.protocol().word();
        var lines = new ArrayList<Line>();
        var real = outcome.trials().stream().map(Trial::evidence).toList();
        lines.add(new Line(protocol, "real test tracks", Evidence.over(real), "–"));
        for (var pair : outcome.plan().pairs()) {
            var made = outcome.trials().stream()
                    .flatMap(trial -> trial.pairs().stream())
                    .filter(one -> one.pair() == pair)
                    .toList();
            double loss = made.stream()
                    .mapToDouble(Made::lastDiscriminatorLoss)
                    .average()
                    .orElseThrow();
            lines.add(new Line(
                    protocol,
                    pair.words(),
                    Evidence.over(made.stream().map(Made::evidence).toList()),
                    format("%.3f", loss)));
        }
        return lines;
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
