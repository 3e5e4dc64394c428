package io.timbre.trainer.experiment.choi;

import io.timbre.networks.table.Convolution;
import io.timbre.networks.table.ReceptiveField;
import io.timbre.networks.zoo.Zoo;
import io.timbre.signal.frontend.LogMel;
import io.timbre.signal.frontend.SegmentFrontEnd;
import io.timbre.signal.frontend.StftMagnitude;
import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.GtzanProtocol;
import io.timbre.trainer.data.GtzanSegments;
import io.timbre.trainer.data.LeakageAudit;
import io.timbre.trainer.experiment.Confusion;
import io.timbre.trainer.experiment.Experiment;
import io.timbre.trainer.experiment.ExperimentSettings;
import io.timbre.trainer.experiment.LearningCurves;
import io.timbre.trainer.experiment.Report;
import io.timbre.trainer.experiment.Section;
import io.timbre.trainer.experiment.Section.Comparison;
import io.timbre.trainer.experiment.Section.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Choi, Fazekas and Sandler's network: what its kernels cover, and its accuracy on three genres and on ten.
 *
 * @see "K. Choi, G. Fazekas and M. Sandler, Explaining deep convolutional neural networks on music classification, 2016"
 */
public final class ChoiStudy implements Experiment {

    /** For the paper's ballad, dance and hip-hop. */
    private static final List<String> THREE = List.of("country", "disco", "hiphop");

    private static final String DATA =
            "%s. The paper's songs of Naver Music, ballad, dance and hip-hop, could not be had:"
                    + " country, disco and hiphop stand for them.";
    private static final String PROTOCOLS = """
            The paper does not say how its songs were split. *Random by segment* puts segments of one recording into \
            training and test; *grouped* keeps each recording and each artist in one fold, and leaves \
            out tracks whose artist nobody knows. Each segment is tested once, by a \
            network that was trained on three of five folds and whose epoch was chosen on the fourth. Intervals are \
            bootstrapped over tracks. The network is the paper's, its first fully connected layer taken as 256 wide; \
            `short-chunk-cnn` on log-mel is ours. Shortened against what a paper would do: 20 epochs.

            What the random folds give away: \
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
        var three = read(StftMagnitude.standard(), THREE, settings);
        var outcomes = new ArrayList<Trial.Outcome>();
        for (var trial : trials(three, settings)) {
            outcomes.add(trial.run(settings));
        }
        var sections = new ArrayList<Section>();
        sections.add(KernelTable.byTheRule());
        sections.add(KernelTable.receptiveFields(receptiveFields()));
        sections.add(new Comparison(
                "Accuracy",
                outcomes.stream().flatMap(outcome -> outcome.rows().stream()).toList()));
        sections.add(new Text("Protocols", PROTOCOLS + leaks(three, settings.seed())));
        outcomes.stream()
                .filter(outcome -> outcome.trial().isHonest())
                .forEach(outcome -> illustrate(outcome, sections));
        return new Report(
                name(),
                "Choi et al.: five convolutional layers on STFT magnitudes",
                DATA.formatted(three.source()),
                sections);
    }

    private static List<Trial> trials(Dataset three, ExperimentSettings settings) throws IOException {
        var trials = new ArrayList<>(List.of(
                Trial.asPublished("choi-cnn", three, 3e-4, OptionalDouble.of(75)),
                Trial.honest("choi-cnn", three, 3e-4)));
        if (!settings.quick()) {
            var ten = read(StftMagnitude.standard(), List.of(), settings);
            trials.add(Trial.honest("short-chunk-cnn", read(LogMel.standard(), THREE, settings), 1e-3));
            trials.add(Trial.asPublished("choi-cnn", ten, 3e-4, OptionalDouble.empty()));
            trials.add(Trial.honest("choi-cnn", ten, 3e-4));
            trials.add(Trial.honest("short-chunk-cnn", read(LogMel.standard(), List.of(), settings), 1e-3));
        }
        return trials;
    }

    private static Dataset read(SegmentFrontEnd frontEnd, List<String> genres, ExperimentSettings settings)
            throws IOException {
        return GtzanSegments.of(frontEnd).withGenres(genres).read(settings.data());
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

    private static String leaks(Dataset dataset, long seed) {
        var random = GtzanProtocol.bySegment().folds(dataset, 5, seed).getFirst();
        return "\n\n" + LeakageAudit.of(random).describe();
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
