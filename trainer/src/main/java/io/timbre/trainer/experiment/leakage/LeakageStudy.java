package io.timbre.trainer.experiment.leakage;

import io.timbre.networks.zoo.Zoo;
import io.timbre.signal.frontend.LogMel;
import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.GtzanCorpus;
import io.timbre.trainer.data.GtzanProtocol;
import io.timbre.trainer.data.GtzanRecordings;
import io.timbre.trainer.data.GtzanSegments;
import io.timbre.trainer.data.GtzanSplit;
import io.timbre.trainer.data.LeakageAudit;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.Predictions;
import io.timbre.trainer.data.Split;
import io.timbre.trainer.experiment.Bars;
import io.timbre.trainer.experiment.Experiment;
import io.timbre.trainer.experiment.ExperimentSettings;
import io.timbre.trainer.experiment.Report;
import io.timbre.trainer.experiment.Section.Comparison;
import io.timbre.trainer.experiment.Section.Figure;
import io.timbre.trainer.experiment.Section.Row;
import io.timbre.trainer.experiment.Section.Text;
import io.timbre.trainer.fit.EarlyStopping;
import io.timbre.trainer.fit.FitSettings;
import io.timbre.trainer.fit.Loss;
import io.timbre.trainer.fit.NetworkFit;
import io.timbre.trainer.fit.Schedule;
import io.timbre.trainer.metrics.ClassMetrics;
import io.timbre.trainer.metrics.Interval;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * One network, four splits of the same recordings: by segment, by track, by artist, and fault-filtered. What it loses from
 * one to the next is what it knew by heart.
 *
 * @see "B. L. Sturm, The State of the Art Ten Years After a State of the Art, Journal of New Music Research 2014"
 */
public final class LeakageStudy implements Experiment {

    private static final String NETWORK = "short-chunk-cnn";
    private static final int SEEDS = 3;
    private static final int EPOCHS = 15;
    private static final String READING = """
            Each figure is the mean over %d seeds, which draw the split and the weights; the fault-filtered split is given, \
            so that only its weights are drawn. Intervals are Student's, over the seeds. The same network, epochs and \
            learning rate everywhere; the epoch is chosen on the validation part. A track's prediction is the mean of its \
            segments'. Only genres that the fault-filtered split has in every part, so that all four splits are asked the same. \
            The splits that keep artists apart leave out tracks whose artist nobody knows (as far as the split is drawn), \
            and so have fewer to learn from.
            """;

    @Override
    public String name() {
        return "leakage";
    }

    @Override
    public String description() {
        return "one network, four splits of GTZAN: how much of an accuracy is leak";
    }

    @Override
    public Report run(ExperimentSettings settings) throws IOException {
        var dataset = GtzanSegments.of(LogMel.standard())
                .withGenres(GtzanCorpus.genresInEveryPart(settings.data()))
                .withRecordings(GtzanRecordings.FIRST_15_S, GtzanRecordings.CLIPS_2_S)
                .read(settings.data());
        var published = GtzanSplit.read(settings.data());
        var rows = new ArrayList<Row>();
        var bars = new LinkedHashMap<String, Figure>();
        var leaks = new StringBuilder();
        for (var protocol : protocols(published)) {
            var runs = runs(protocol, dataset, settings);
            var segments =
                    row(protocol, "segments", runs.stream().map(Run::segments).toList());
            rows.add(segments);
            rows.add(row(protocol, "tracks", runs.stream().map(Run::tracks).toList()));
            bars.put(protocol.word(), segments.ours());
            var audit = LeakageAudit.of(runs.getFirst().split());
            leaks.append("**%s**\n\n%s\n".formatted(protocol.word(), audit.describe()));
        }
        return new Report(
                name(),
                "How much is leak: one network, four splits",
                dataset.source(),
                List.of(
                        new Comparison("Accuracy on the test part", rows),
                        new Text("How to read it", READING.formatted(seeds(settings))),
                        Bars.of("Accuracy of segments by split", "splits.png", "accuracy (%)", bars, ""),
                        new Text("What leaks, with the first seed", leaks.toString())));
    }

    private static List<GtzanProtocol> protocols(GtzanSplit published) {
        return List.of(
                GtzanProtocol.bySegment(),
                GtzanProtocol.byTrack(),
                GtzanProtocol.byArtist(),
                GtzanProtocol.faultFiltered(published));
    }

    private record Run(Split split, ClassMetrics segments, ClassMetrics tracks) {}

    private static List<Run> runs(GtzanProtocol protocol, Dataset dataset, ExperimentSettings settings) {
        var runs = new ArrayList<Run>();
        for (int i = 0; i < seeds(settings); i++) {
            long seed = settings.seed() + i;
            var split = protocol.split(dataset, seed);
            var heard = settings.listener().stage(protocol.word() + ", seed " + seed);
            var network = Zoo.network(NETWORK, dataset.classes().size());
            var tested = new NetworkFit(network, fit(settings, seed), heard)
                    .fit(split)
                    .predictions()
                    .getOrDefault(Part.TEST, List.of());
            runs.add(new Run(
                    split,
                    ClassMetrics.of(dataset.classes(), tested),
                    ClassMetrics.of(dataset.classes(), Predictions.byTrack(tested))));
        }
        return runs;
    }

    private static FitSettings fit(ExperimentSettings settings, long seed) {
        return new FitSettings(
                seed,
                settings.quick() ? 1 : EPOCHS,
                32,
                Loss.SOFTMAX_CROSS_ENTROPY,
                1e-3,
                new Schedule.Cosine(),
                EarlyStopping.never(),
                1e-4,
                0,
                true);
    }

    private static int seeds(ExperimentSettings settings) {
        return settings.quick() ? 1 : SEEDS;
    }

    private static Row row(GtzanProtocol protocol, String unit, List<ClassMetrics> runs) {
        var accuracies =
                runs.stream().mapToDouble(metrics -> 100 * metrics.accuracy()).toArray();
        var interval = Interval.ofMean(accuracies);
        double mean =
                mean(runs.stream().map(metrics -> 100 * metrics.accuracy()).toList());
        return new Row(
                protocol.word() + ", " + unit,
                "%s, %d %s tested on a seed"
                        .formatted(protocol.name(), runs.getFirst().count(), unit),
                protocol.honest(),
                OptionalDouble.empty(),
                new Figure(mean, "%", interval.low(), interval.high(), runs.size()),
                "",
                Map.of("macro F1", mean(runs.stream().map(ClassMetrics::macroF1).toList())));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
