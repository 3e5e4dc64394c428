package io.timbre.trainer.experiment.vanmieghem;

import io.timbre.signal.frontend.Bands;
import io.timbre.signal.frontend.BandsParameters;
import io.timbre.signal.frontend.GetecBands;
import io.timbre.signal.frontend.GetecBandsParameters;
import io.timbre.signal.frontend.LogMel;
import io.timbre.signal.frontend.LogMelParameters;
import io.timbre.signal.frontend.SegmentFrontEnd;
import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.GtzanProtocol;
import io.timbre.trainer.data.GtzanSplit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** What is asked, with all data that it takes. */
final class Questions {

    private static final List<Integer> KERNEL_COUNTS = List.of(4, 8, 16, 32, 64);
    private static final List<Integer> QUICK_KERNEL_COUNTS = List.of(4, Design.KERNELS);
    private static final List<Double> SECONDS = List.of(1.0, 2.0, 3.0, 5.0);
    private static final List<Double> QUICK_SECONDS = List.of(1.0, 3.0);

    /** Of each variation beside the five networks. */
    private static final int SPLITS = 2;

    private final Material material;
    private final boolean quick;
    /** Three seconds of the six genres. */
    private final Dataset songs;
    /** Two seconds of them, of more artists. */
    private final Dataset clips;

    private Questions(Material material, boolean quick) throws IOException {
        this.material = material;
        this.quick = quick;
        this.songs = material.drawn(Bands.standard(), Material.SIX);
        this.clips = material.clips(bands(2), Material.SIX);
    }

    /** @throws IOException if data cannot be read */
    static Questions read(Material material, boolean quick) throws IOException {
        return new Questions(material, quick);
    }

    Question networks() {
        var variations = new ArrayList<Variation>();
        for (var design : Design.thesis()) {
            variations.add(Variation.of(design.name(), design, songs, GtzanProtocol.bySegment()));
            variations.add(Variation.of(design.name(), design, songs, GtzanProtocol.byTrack()));
            variations.add(Variation.of(design.name(), design, clips, GtzanProtocol.byArtist()));
        }
        return new Question(
                "The five networks",
                "networks",
                "",
                "The thesis gives 42, 50, 80, 89 and 90 %, which is taken here as the order dense, RNN (tanh), RNN (ReLU), "
                        + "CNN, combined. Its segments were dealt out at random, so that segments of one song stand in "
                        + "training and test: repeated in the rows *random*. Beside them the same networks and the same "
                        + "training where no song stands in two parts, and, on clips of 2 s, where neither song nor artist "
                        + "does. The paper's figure stands on every row, though only the random ones repeat how it was "
                        + "measured.",
                3,
                variations);
    }

    Question otherSplits() throws IOException {
        var abutting = material.abutting(Material.SIX);
        var few = material.abutting(Material.MANY_ARTISTS);
        var filtered = material.clips(bands(2), Material.FAULT_FILTERED);
        var faultFiltered = GtzanProtocol.faultFiltered(GtzanSplit.read(material.data()));
        var variations = new ArrayList<Variation>();
        for (var design : Design.thesis()) {
            variations.add(Variation.of(design.name() + ", no overlap", design, abutting, GtzanProtocol.bySegment()));
            variations.add(Variation.of(design.name() + ", four", design, few, GtzanProtocol.byArtist()));
            variations.add(Variation.of(design.name() + ", five", design, filtered, faultFiltered));
        }
        return new Question(
                "The five networks on other splits",
                "splits",
                "",
                "At random, of segments of which no two share a sample. By artist at 3 s, of the four genres that have "
                        + "artists enough among the long recordings: %s. As Kereliuk, Sturm and Larsen split GTZAN, of the "
                                .formatted(String.join(", ", Material.MANY_ARTISTS))
                        + "five genres that our part of it has in all three parts: %s."
                                .formatted(String.join(", ", Material.FAULT_FILTERED)),
                SPLITS,
                variations);
    }

    Question stepsOverTime() {
        return bothWays(
                "Recurrent steps over bands and over time",
                "steps",
                "The thesis' program steps over frequency bands, its text over time.",
                Design.recurrentBothWays().stream()
                        .map(design -> new Shown(design.name(), 0, design, songs, clips))
                        .toList());
    }

    Question kernelCounts() {
        var counts = quick ? QUICK_KERNEL_COUNTS : KERNEL_COUNTS;
        return asked(
                "Kernel counts (Fig. 4.12)",
                "kernels",
                "kernels a layer",
                "The CNN with as many kernels in either layer.",
                counts.stream()
                        .map(count -> new Shown(count + " kernels", count, Design.cnn(count), songs, clips))
                        .toList());
    }

    Question sampleLengths() throws IOException {
        var variations = new ArrayList<Variation>();
        for (double seconds : quick ? QUICK_SECONDS : SECONDS) {
            var dataset = seconds == 3 ? songs : material.drawn(bands(seconds), Material.SIX);
            for (var protocol : List.of(GtzanProtocol.bySegment(), GtzanProtocol.byTrack())) {
                variations.add(new Variation(seconds + " s", seconds, Design.cnn(), dataset, protocol));
            }
        }
        return new Question(
                "Sample lengths (Fig. 4.15)",
                "lengths",
                "length (s)",
                "The CNN on segments of other lengths, as many from each recording. The longer they are, the more samples "
                        + "those of one recording share, which only the random split rewards.",
                SPLITS,
                variations);
    }

    Question similarGenre() throws IOException {
        var near = with(Material.NEAR);
        var far = with(Material.FAR);
        return bothWays(
                "A seventh genre (4.9)",
                "seventh",
                "The CNN on the six genres, with %s added, which is near %s, and with %s, which is near none."
                        .formatted(Material.NEAR, "blues, country and metal", Material.FAR),
                List.of(
                        new Shown("six genres", 0, Design.cnn(), songs, clips),
                        new Shown("with " + Material.NEAR, 0, Design.cnn(), near.songs(), near.clips()),
                        new Shown("with " + Material.FAR, 0, Design.cnn(), far.songs(), far.clips())));
    }

    Question representations() throws IOException {
        var shown = new ArrayList<Shown>();
        shown.add(new Shown("12 bands, 0 to 1", 0, Design.cnn(), songs, clips));
        shown.add(new Shown("12 bands, standardised", 0, Design.cnn().standardised(), songs, clips));
        shown.add(shown(
                "getec's 11 bands", Design.cnn(), seconds -> new GetecBands(GetecBandsParameters.ofSeconds(seconds))));
        shown.add(shown("log-mel, 40 bands", Design.cnn().standardised(), Questions::logMel));
        shown.add(shown("13 MFCC", Design.cnn().standardised(), MfccPicture::ofSeconds));
        return bothWays(
                "Other representations",
                "representations",
                "Further research of the thesis. The CNN on the same segments, a frame every 100 ms in all of them.",
                shown);
    }

    /** Songs and clips of one front end or of one set of genres. */
    private record Shown(String name, double at, Design design, Dataset songs, Dataset clips) {}

    private Shown shown(String name, Design design, IntFunction<SegmentFrontEnd> frontEnd) throws IOException {
        return new Shown(
                name,
                0,
                design,
                material.drawn(frontEnd.apply(3), Material.SIX),
                material.clips(frontEnd.apply(2), Material.SIX));
    }

    private Shown with(String genre) throws IOException {
        var seven = Stream.concat(Material.SIX.stream(), Stream.of(genre)).toList();
        return new Shown(
                genre, 0, Design.cnn(), material.drawn(Bands.standard(), seven), material.clips(bands(2), seven));
    }

    private static Question bothWays(String title, String stem, String text, List<Shown> shown) {
        return asked(title, stem, "", text, shown);
    }

    /** The thesis' random split of songs, and clips split by artist. */
    private static Question asked(String title, String stem, String axis, String text, List<Shown> shown) {
        var variations = Stream.concat(
                        shown.stream()
                                .map(one -> new Variation(
                                        one.name(), one.at(), one.design(), one.songs(), GtzanProtocol.bySegment())),
                        shown.stream()
                                .map(one -> new Variation(
                                        one.name(), one.at(), one.design(), one.clips(), GtzanProtocol.byArtist())))
                .toList();
        return new Question(title, stem, axis, text, SPLITS, variations);
    }

    private static Bands bands(double seconds) {
        return new Bands(BandsParameters.ofSeconds(seconds));
    }

    private static LogMel logMel(int seconds) {
        return new LogMel(new LogMelParameters(22_050, 4096, 2205, 40, 0, 11_025, 1e-10, 10 * seconds, 16, 120, 30));
    }
}
