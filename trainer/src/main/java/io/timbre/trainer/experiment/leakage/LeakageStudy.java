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
import io.timbre.trainer.data.Prediction;
import io.timbre.trainer.data.Split;
import io.timbre.trainer.experiment.Bars;
import io.timbre.trainer.experiment.ClassTable;
import io.timbre.trainer.experiment.Experiment;
import io.timbre.trainer.experiment.ExperimentSettings;
import io.timbre.trainer.experiment.Report;
import io.timbre.trainer.experiment.Section;
import io.timbre.trainer.experiment.Section.Comparison;
import io.timbre.trainer.experiment.Section.Figure;
import io.timbre.trainer.experiment.Section.Text;
import io.timbre.trainer.experiment.leakage.Tested.Unit;
import io.timbre.trainer.fit.EarlyStopping;
import io.timbre.trainer.fit.FitSettings;
import io.timbre.trainer.fit.Loss;
import io.timbre.trainer.fit.Schedule;
import io.timbre.trainer.metrics.ClassMetrics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * One network, four splits of the same recordings: by segment, by track, by artist, and fault-filtered. What it loses from
 * one to the next is what it knew by heart.
 *
 * @see "B. L. Sturm, The State of the Art Ten Years After a State of the Art, Journal of New Music Research 2014"
 */
public final class LeakageStudy implements Experiment {

    private static final String NETWORK = "short-chunk-cnn";
    private static final int SEEDS = 5;
    private static final int EPOCHS = 15;
    private static final String READING = """
            %d seeds draw the split and the weights; the fault-filtered split is given, so that only its weights are drawn. \
            Accuracy is over the tests of all seeds together, its interval a bootstrap over their tracks, over their \
            artists where these are kept apart. The same network, epochs and learning rate everywhere; the epoch is chosen on \
            the validation part. A track's prediction is the mean of its segments'. Only genres that the fault-filtered \
            split has in every part (%s). Splitting by artist leaves out tracks whose artist nobody knows, the \
            fault-filtered split those that are faulty: there is less to learn from, which a difference does not tell from \
            leak. Artists are told apart by their names in the index, so a duet is an artist of its own. Differences are of \
            the mean recall, since the tests have other shares of genres; their intervals are Student's, over the seeds, which share \
            recordings, so that they promise a little too much.
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
        var splits = new LinkedHashMap<GtzanProtocol, List<Split>>();
        for (var protocol : protocols(published)) {
            splits.put(protocol, splits(protocol, dataset, settings));
        }
        var tested = splits.entrySet().stream()
                .map(dealt -> tested(dealt.getKey(), dealt.getValue(), settings))
                .toList();
        var reading = READING.formatted(seeds(settings), String.join(", ", dataset.classes()));
        return new Report(
                name(),
                "How much is leak: one network, four splits",
                dataset.source(),
                List.of(
                        new Comparison(
                                "Accuracy on the test part",
                                tested.stream()
                                        .flatMap(one -> one.rows().stream())
                                        .toList()),
                        Differences.between(tested),
                        new Text("How to read it", reading),
                        ClassTable.of("Each genre beside its prior, tracks of all seeds", tracks(tested)),
                        bars(tested),
                        new Text("What leaks, with the first seed", leaks(tested))));
    }

    private static List<GtzanProtocol> protocols(GtzanSplit published) {
        return List.of(
                GtzanProtocol.bySegment(),
                GtzanProtocol.byTrack(),
                GtzanProtocol.byArtist(),
                GtzanProtocol.faultFiltered(published));
    }

    /** One a seed. */
    private static List<Split> splits(GtzanProtocol protocol, Dataset dataset, ExperimentSettings settings) {
        return LongStream.range(settings.seed(), settings.seed() + seeds(settings))
                .mapToObj(seed -> protocol.split(dataset, seed))
                .toList();
    }

    private static Tested tested(GtzanProtocol protocol, List<Split> splits, ExperimentSettings settings) {
        var network = Zoo.network(NETWORK, splits.getFirst().dataset().classes().size());
        var tested = new ArrayList<List<Prediction>>();
        for (int i = 0; i < splits.size(); i++) {
            long seed = settings.seed() + i;
            tested.add(settings.fits()
                    .under(protocol.honest())
                    .fit(network, fit(settings, seed), splits.get(i), protocol.word() + ", seed " + seed)
                    .predictions()
                    .getOrDefault(Part.TEST, List.of()));
        }
        return new Tested(protocol, splits.getFirst(), tested);
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

    private static SequencedMap<String, ClassMetrics> tracks(List<Tested> tested) {
        var tracks = new LinkedHashMap<String, ClassMetrics>();
        tested.forEach(one -> tracks.put(one.protocol().word(), one.of(Unit.TRACKS)));
        return tracks;
    }

    private static Section bars(List<Tested> tested) {
        var bars = new LinkedHashMap<String, Figure>();
        tested.forEach(one -> bars.put(one.protocol().word(), one.accuracy(Unit.SEGMENTS)));
        return Bars.of("Accuracy of segments by split", "splits.png", "accuracy (%)", bars, "");
    }

    private static String leaks(List<Tested> tested) {
        return tested.stream()
                .map(one -> "**%s**\n\n%s\n"
                        .formatted(
                                one.protocol().word(),
                                LeakageAudit.of(one.firstSplit()).describe()))
                .collect(Collectors.joining());
    }
}
