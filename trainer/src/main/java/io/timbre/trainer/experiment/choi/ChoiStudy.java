package io.timbre.trainer.experiment.choi;

import io.timbre.networks.table.Convolution;
import io.timbre.networks.table.ReceptiveField;
import io.timbre.networks.zoo.Zoo;
import io.timbre.signal.frontend.LogMel;
import io.timbre.signal.frontend.SegmentFrontEnd;
import io.timbre.signal.frontend.StftMagnitude;
import io.timbre.signal.frontend.StftMagnitudeParameters;
import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.GtzanProtocol;
import io.timbre.trainer.data.GtzanRecordings;
import io.timbre.trainer.data.GtzanSegments;
import io.timbre.trainer.data.GtzanSounds;
import io.timbre.trainer.experiment.ClassTable;
import io.timbre.trainer.experiment.Confusion;
import io.timbre.trainer.experiment.Experiment;
import io.timbre.trainer.experiment.ExperimentSettings;
import io.timbre.trainer.experiment.LearningCurves;
import io.timbre.trainer.experiment.Report;
import io.timbre.trainer.experiment.Section;
import io.timbre.trainer.experiment.Section.Comparison;
import io.timbre.trainer.experiment.Section.Text;
import io.timbre.trainer.experiment.choi.Trial.Design;
import io.timbre.trainer.metrics.ClassMetrics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Choi, Fazekas and Sandler's network: what its kernels cover, and its accuracy on three genres and on ten.
 *
 * @see "K. Choi, G. Fazekas and M. Sandler, Explaining deep convolutional neural networks on music classification, 2016"
 */
public final class ChoiStudy implements Experiment {

    /** For the paper's ballad, dance and hip-hop. */
    private static final List<String> THREE = List.of("country", "disco", "hiphop");

    /** In percent, over segments as ours. */
    private static final OptionalDouble PAPER_THREE = OptionalDouble.of(75);

    /** A fold takes five minutes, and leaks: one shows how much. */
    private static final int FOLDS_OF_TEN_AT_RANDOM = 1;

    private static final String DATA =
            "%s. The paper's songs of Naver Music, ballad, dance and hip-hop, could not be had:"
                    + " country, disco and hiphop stand for them.";
    private static final String PROTOCOLS = """
            The paper does not say how its songs were split. *Random* puts segments of one recording into training and \
            test; *by artist* keeps each recording and each artist in one fold, leaving out tracks whose artist nobody knows \
            (artists are told apart by their names in the index, so a duet is an artist of its own). \
            The recordings of 15 s, long enough for the paper's four seconds, have too few artists in \
            some genres to keep those of all ten apart: ten genres by artist are clips, in segments of 2 s. Between ten \
            genres at random and by artist lie therefore half the length of a segment and other recordings too, not only \
            leaks. Of up to five folds, no more than a genre has artists, one is tested, the epoch of %d is chosen on \
            another, the rest are trained on; where a row says fewer, not all had their turn, for want of time. Intervals \
            are bootstrapped over tracks, over artists where they are kept apart. The network is the paper's, its first fully \
            connected layer taken as 256 wide; `short-chunk-cnn` on log-mel is ours.

            What the first folds share:
            """;

    @Override
    public String name() {
        return "choi";
    }

    @Override
    public String description() {
        return "Choi et al. 2016: what kernels cover; a five-layer CNN on STFTs of three genres, then ten";
    }

    @Override
    public Report run(ExperimentSettings settings) throws IOException {
        var trials = trials(settings);
        var outcomes = new ArrayList<Trial.Outcome>();
        for (var trial : trials) {
            outcomes.add(trial.run(settings));
        }
        var sections = new ArrayList<Section>();
        sections.add(KernelTable.byTheRule());
        sections.add(KernelTable.receptiveFields(receptiveFields()));
        sections.add(new Comparison(
                "Accuracy",
                outcomes.stream().flatMap(outcome -> outcome.rows().stream()).toList()));
        sections.add(ClassTable.of("Each genre beside its prior, tracks", tracks(outcomes)));
        sections.add(new Text("Protocols", PROTOCOLS.formatted(Trial.epochs(settings.quick())) + leaks(trials)));
        outcomes.stream()
                .filter(outcome -> outcome.trial().isHonest())
                .forEach(outcome -> illustrate(outcome, sections));
        return new Report(
                name(),
                "Choi et al.: five convolutional layers on STFT magnitudes",
                DATA.formatted(trials.getFirst().dataset().source()),
                sections);
    }

    /** All of them, each with its folds dealt. */
    private static List<Trial> trials(ExperimentSettings settings) throws IOException {
        var choi = Design.choi();
        var ours = Design.shortChunk();
        var sounds = GtzanSounds.in(settings.data());
        var three = recordings(StftMagnitude.standard(), THREE, sounds);
        var trials = new ArrayList<>(List.of(
                Trial.of(choi, three, GtzanProtocol.bySegment(), PAPER_THREE, settings),
                Trial.of(choi, three, GtzanProtocol.byArtist(), PAPER_THREE, settings)));
        if (!settings.quick()) {
            var threeAsMel = recordings(LogMel.standard(), THREE, sounds);
            trials.add(Trial.of(ours, threeAsMel, GtzanProtocol.byArtist(), PAPER_THREE, settings));
            trials.addAll(ofTen(sounds, settings));
        }
        return trials;
    }

    static List<Trial> ofTen(GtzanSounds sounds, ExperimentSettings settings) throws IOException {
        var ten = recordings(StftMagnitude.standard(), List.of(), sounds);
        var clips = clips(new StftMagnitude(StftMagnitudeParameters.ofSeconds(2)), sounds);
        var clipsAsMel = clips(LogMel.standard(), sounds);
        return List.of(
                Trial.of(Design.choi(), ten, GtzanProtocol.bySegment(), OptionalDouble.empty(), settings)
                        .onFolds(FOLDS_OF_TEN_AT_RANDOM),
                Trial.of(Design.choi(), clips, GtzanProtocol.byArtist(), OptionalDouble.empty(), settings),
                Trial.of(Design.shortChunk(), clipsAsMel, GtzanProtocol.byArtist(), OptionalDouble.empty(), settings));
    }

    private static Dataset recordings(SegmentFrontEnd frontEnd, List<String> genres, GtzanSounds sounds)
            throws IOException {
        return GtzanSegments.of(frontEnd).withGenres(genres).read(sounds);
    }

    private static Dataset clips(SegmentFrontEnd frontEnd, GtzanSounds sounds) throws IOException {
        return GtzanSegments.of(frontEnd)
                .withRecordings(GtzanRecordings.CLIPS_2_S)
                .read(sounds);
    }

    private static SequencedMap<String, ClassMetrics> tracks(List<Trial.Outcome> outcomes) {
        var tracks = new LinkedHashMap<String, ClassMetrics>();
        outcomes.forEach(outcome -> tracks.put(outcome.trial().title(), outcome.tracks()));
        return tracks;
    }

    private static String leaks(List<Trial> trials) {
        return trials.stream()
                .map(trial -> "\n**%s**\n\n%s".formatted(trial.title(), trial.leaks()))
                .collect(Collectors.joining());
    }

    static List<KernelSpan> receptiveFields() {
        var layers = Zoo.network("choi-cnn", THREE.size()).layers();
        var fields = ReceptiveField.after(layers);
        return IntStream.range(0, layers.size())
                .filter(i -> layers.get(i) instanceof Convolution)
                .mapToObj(i -> fields.get(i).orElseThrow().size())
                .map(size -> new KernelSpan(size.width(), size.height()))
                .toList();
    }

    private static void illustrate(Trial.Outcome outcome, List<Section> sections) {
        var title = outcome.trial().title();
        var stem = title.replaceAll("[^a-z0-9]+", "-");
        sections.add(LearningCurves.loss(title + ", first fold", stem + "-loss.png", outcome.firstFold()));
        sections.add(Confusion.of(
                "Confusion of tracks: " + title,
                stem + "-confusion.png",
                outcome.trial().dataset().classes(),
                outcome.tracks().confusion(),
                "rows are labels, columns what they were taken for"));
    }
}
