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
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** What is asked, with all data that it takes. */
final class Questions {

    private static final List<Integer> KERNEL_COUNTS = List.of(4, 8, 16, Design.KERNELS, 64);
    private static final List<Integer> QUICK_KERNEL_COUNTS = List.of(4, Design.KERNELS);
    private static final double THESIS_SECONDS = 3;
    private static final List<Double> SECONDS = List.of(1.0, 2.0, THESIS_SECONDS, 5.0);
    private static final List<Double> QUICK_SECONDS = List.of(1.0, THESIS_SECONDS);
    private static final double CLIP_SECONDS = 2;

    private final Material material;
    private final boolean quick;
    private final Dataset songs;
    private final Dataset clips;
    /** Songs of the genres with artists enough. */
    private final Dataset four;

    Questions(Material material, boolean quick) {
        this.material = material;
        this.quick = quick;
        this.songs = material.songs(Material.SIX);
        this.clips = material.clips(Material.SIX);
        this.four = material.songs(Material.MANY_ARTISTS);
    }

    Question networks() {
        var variations = new ArrayList<Variation>();
        for (var design : Design.thesis()) {
            variations.add(Variation.of(design.name(), design, songs, GtzanProtocol.bySegment()));
            variations.add(Variation.of(design.name(), design, songs, GtzanProtocol.byTrack()));
            variations.add(Variation.of(design.name(), design, clips, GtzanProtocol.byArtist()));
        }
        var twice = Design.cnn().withSoftmaxTwice();
        variations.add(Variation.of(twice.name(), twice, songs, GtzanProtocol.bySegment()));
        variations.add(Variation.of(twice.name(), twice, clips, GtzanProtocol.byArtist()));
        return new Question(
                "The five networks",
                "networks",
                "",
                "The thesis gives 42, 50, 80, 89 and 90 %, which is taken here as the order dense, RNN (tanh), RNN (ReLU), "
                        + "CNN, combined. Its segments were dealt out at random, so that segments of one song stand in "
                        + "training and test: repeated in the rows *random*. Beside them the same networks and the same "
                        + "training where no song stands in two parts, and, on clips of 2 s, where neither song nor artist "
                        + "does. His program applies softmax twice; the CNN is fitted so too. The paper's figure stands on "
                        + "every row, though only the random ones repeat how it was measured.",
                variations);
    }

    Question otherSplits() throws IOException {
        var abutting = material.abutting(Material.SIX);
        var filtered = material.clips(Material.FAULT_FILTERED);
        var faultFiltered = GtzanProtocol.faultFiltered(material.faultFiltered());
        var variations = new ArrayList<Variation>();
        for (var design : quick ? List.of(Design.cnn()) : Design.thesis()) {
            variations.add(Variation.of(design.name() + ", no overlap", design, abutting, GtzanProtocol.bySegment()));
            variations.add(
                    Variation.of(design.name() + ", four genres", design.elsewhere(), four, GtzanProtocol.byArtist()));
            variations.add(Variation.of(design.name() + ", five genres", design.elsewhere(), filtered, faultFiltered));
        }
        return new Question(
                "The networks on other splits",
                "splits",
                "",
                "At random, of segments of which no two share a sample. By artist at 3 s, of the four genres that have "
                        + "artists enough among the long recordings: %s. As Kereliuk, Sturm and Larsen split GTZAN, of the "
                                .formatted(String.join(", ", Material.MANY_ARTISTS))
                        + "five genres that our part of it has in all three parts: %s. Fewer genres are another task, of "
                                .formatted(String.join(", ", Material.FAULT_FILTERED))
                        + "which the thesis gives no figure.",
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
                "The CNN with as many kernels in either layer; the thesis' figure is of " + Design.KERNELS + ".",
                counts.stream()
                        .map(count -> new Shown(count + " kernels", count, Design.cnn(count), songs, clips))
                        .toList());
    }

    Question sampleLengths() throws IOException {
        var variations = new ArrayList<Variation>();
        for (double seconds : quick ? QUICK_SECONDS : SECONDS) {
            var thesis = seconds == THESIS_SECONDS;
            var six = thesis ? songs : material.drawn(bands(seconds), Material.SIX);
            var some = thesis ? four : six.ofClasses(Material.MANY_ARTISTS);
            variations.add(ofLength("six genres", seconds, thesis, six, GtzanProtocol.bySegment()));
            variations.add(ofLength("four genres", seconds, false, some, GtzanProtocol.byArtist()));
        }
        if (!quick) {
            var shorter = material.clips(bands(1), Material.SIX);
            variations.add(ofLength("six genres, clips", 1, false, shorter, GtzanProtocol.byArtist()));
        }
        variations.add(ofLength("six genres, clips", CLIP_SECONDS, false, clips, GtzanProtocol.byArtist()));
        return new Question(
                "Sample lengths (Fig. 4.15)",
                "lengths",
                "length (s)",
                "The CNN on segments of other lengths, as many from each recording; the longer they are, the more samples "
                        + "those of one recording share. Of all six genres only the clips have artists enough to keep them "
                        + "apart, and they hold no more than %.0f s. Longer ones are by artist in four genres only: %s."
                                .formatted(CLIP_SECONDS, String.join(", ", Material.MANY_ARTISTS)),
                variations);
    }

    private static Variation ofLength(
            String of, double seconds, boolean isThesis, Dataset dataset, GtzanProtocol protocol) {
        return new Variation(
                "%.0f s, %s".formatted(seconds, of),
                protocol.word() + ", " + of,
                seconds,
                isThesis ? Design.cnn() : Design.cnn().elsewhere(),
                dataset,
                protocol);
    }

    Question seventhGenre() {
        return bothWays(
                "A seventh genre (4.9)",
                "seventh",
                ("The CNN on the six genres, with %s added, which is taken to be near some of them, and with %s, to be near none. "
                                + "Where the long recordings of a genre are of one artist (table of songs), the random rows add "
                                + "that artist rather than the genre.")
                        .formatted(Material.NEAR, Material.FAR),
                List.of(
                        new Shown("six genres", 0, Design.cnn(), songs, clips),
                        with(Material.NEAR),
                        with(Material.FAR)));
    }

    Question representations() throws IOException {
        var other = Design.cnn().elsewhere();
        var shown = new ArrayList<>(List.of(
                new Shown("12 bands, 0 to 1", 0, Design.cnn(), songs, clips),
                new Shown("12 bands, standardised", 0, other.standardised(), songs, clips),
                shown("13 MFCC", other.standardised(), MfccPicture::ofSeconds)));
        if (!quick) {
            shown.add(shown(
                    "getec's 11 bands", other, seconds -> new GetecBands(GetecBandsParameters.ofSeconds(seconds))));
            shown.add(shown("log-mel, 40 bands", other.standardised(), Questions::logMel));
        }
        return bothWays(
                "Other representations",
                "representations",
                "Further research of the thesis. The CNN on the same segments, a frame every 100 ms in all of them.",
                shown);
    }

    /** Songs and clips of one front end or of one set of genres. */
    private record Shown(String name, double at, Design design, Dataset songs, Dataset clips) {

        Variation in(Dataset dataset, GtzanProtocol protocol) {
            return new Variation(name, protocol.word(), at, design, dataset, protocol);
        }
    }

    private Shown shown(String name, Design design, IntFunction<SegmentFrontEnd> frontEnd) throws IOException {
        return new Shown(
                name,
                0,
                design,
                material.drawn(frontEnd.apply((int) THESIS_SECONDS), Material.SIX),
                material.clips(frontEnd.apply((int) CLIP_SECONDS), Material.SIX));
    }

    private Shown with(String genre) {
        var seven = Stream.concat(Material.SIX.stream(), Stream.of(genre)).toList();
        return new Shown("with " + genre, 0, Design.cnn().elsewhere(), material.songs(seven), material.clips(seven));
    }

    private static Question bothWays(String title, String stem, String text, List<Shown> shown) {
        return asked(title, stem, "", text, shown);
    }

    /** The thesis' random split of songs, and clips split by artist. */
    private static Question asked(String title, String stem, String axis, String text, List<Shown> shown) {
        var variations = Stream.concat(
                        shown.stream().map(one -> one.in(one.songs(), GtzanProtocol.bySegment())),
                        shown.stream().map(one -> one.in(one.clips(), GtzanProtocol.byArtist())))
                .toList();
        return new Question(title, stem, axis, text, variations);
    }

    private static Bands bands(double seconds) {
        return new Bands(BandsParameters.ofSeconds(seconds));
    }

    private static LogMel logMel(int seconds) {
        return new LogMel(new LogMelParameters(22_050, 4096, 2205, 40, 0, 11_025, 1e-10, 10 * seconds, 16, 120, 30));
    }
}
