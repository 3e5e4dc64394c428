package io.timbre.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GtzanProtocolTest {

    @Test
    void theThesisLetsSegmentsOfATrackIntoSeveralParts() {
        var split = GtzanProtocol.bySegment().split(dataset(8), 1);

        assertThat(LeakageAudit.of(split).isClean()).isFalse();
    }

    @Test
    void theHonestOneKeepsArtistsApartAndLeavesOutThoseWhomNobodyKnows() {
        var split = GtzanProtocol.byArtist().split(dataset(8), 1);

        assertThat(LeakageAudit.of(split).isClean()).isTrue();
        assertThat(Stream.of(Part.values()).flatMap(part -> split.of(part).stream()))
                .hasSize(2 * 8 * 5)
                .allMatch(example -> example.groups().containsKey(Grouping.ARTIST));
    }

    @Test
    void takesArtistsForWhatFallsTogetherWhereTheyAreKeptApart() {
        assertThat(GtzanProtocol.bySegment().unit()).isEqualTo(Grouping.TRACK);
        assertThat(GtzanProtocol.byTrack().unit()).isEqualTo(Grouping.TRACK);
        assertThat(GtzanProtocol.byArtist().unit()).isEqualTo(Grouping.ARTIST);
    }

    @Test
    void saysWhichClassHasTooFewArtists() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GtzanProtocol.byArtist().split(dataset(1), 1))
                .withMessageStartingWith("each class must have at least 3 groups by ")
                .withMessageContaining("jazz has 1");
    }

    @Test
    void saysWhichPartOfAGivenSplitMissesAClass() {
        var parts = new HashMap<String, Part>();
        for (int track = 0; track < 8; track++) {
            parts.put("0 track " + track, Part.values()[track % 3]);
            parts.put("1 track " + track, Part.TRAINING);
        }
        var noMetalToTest = GtzanProtocol.faultFiltered(new GtzanSplit(parts));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> noMetalToTest.split(dataset(8), 1))
                .withMessage("VALIDATION must have every class of toy (fault-filtered and artist-filtered split):"
                        + " has no metal");
    }

    @Test
    void refusesAGivenSplitThatMixesArtists() {
        var parts = new HashMap<String, Part>();
        for (int track = 0; track < 8; track++) {
            parts.put("0 track " + track, Part.values()[track % 3]);
            parts.put("1 track " + track, Part.values()[track % 3]);
        }
        var mixed = new ArrayList<Example>();
        dataset(8).examples().forEach(example -> mixed.add(example.inGroup(Grouping.ARTIST, "one for all")));
        var dataset = new Dataset("toy", new Shape(1), List.of("jazz", "metal"), mixed);

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> GtzanProtocol.faultFiltered(new GtzanSplit(parts)).split(dataset, 1))
                .withMessageContaining("leaks: artist: 1 of 1 in more than one part");
    }

    @Test
    void hasNoMoreFoldsThanAClassHasArtists() {
        var folds = GtzanProtocol.byArtist().folds(dataset(4), 5, 1);

        assertThat(folds)
                .hasSize(4)
                .allSatisfy(fold -> assertThat(fold.of(Part.TEST))
                        .extracting(Example::label)
                        .contains(0, 1));
    }

    @Test
    void foldsKeepApartWhatSplitsKeepApart() {
        var folds = GtzanProtocol.byArtist().folds(dataset(8), 5, 1);

        assertThat(folds)
                .hasSize(5)
                .allMatch(fold -> LeakageAudit.of(fold).isClean())
                .allMatch(fold -> fold.dataset().examples().size() == 2 * 8 * 5);
    }

    /** How many clips of 2 s each known artist has, the artists of the ten genres. */
    private static final List<List<Integer>> CLIPS = List.of(
            List.of(11, 11, 10, 9, 1),
            List.of(13, 10, 4, 4, 2, 2, 2, 1, 1, 1, 1),
            List.of(2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1),
            List.of(5, 4, 3, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1),
            List.of(19, 5, 4, 3, 3, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1),
            List.of(14, 14, 5, 4, 1),
            List.of(6, 5, 3, 3, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1),
            List.of(24, 7, 7, 4, 1, 1, 1),
            List.of(27, 4, 2, 1, 1),
            List.of(11, 9, 9, 4, 2, 1, 1, 1, 1, 1));

    /** Likewise the recordings of 15 s. */
    private static final List<List<Integer>> RECORDINGS = List.of(
            List.of(10),
            List.of(10),
            List.of(1, 1, 1, 1, 1, 1, 1, 1, 1),
            List.of(1, 1, 1, 1, 1, 1),
            List.of(3, 2, 2, 2),
            List.of(4, 2),
            List.of(2, 1, 1, 1, 1, 1),
            List.of(7, 1),
            List.of(10),
            List.of(10));

    @Test
    void foldsTheArtistsOfTenGenresAmongTheClipsButNotAmongTheLongRecordings() {
        assertThat(GtzanProtocol.byArtist().folds(tracks(CLIPS), 5, 1))
                .hasSize(5)
                .allMatch(fold -> LeakageAudit.of(fold).isClean());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GtzanProtocol.byArtist().folds(tracks(RECORDINGS), 5, 1))
                .withMessageContaining("genre 0 has 1");
    }

    private static Dataset tracks(List<List<Integer>> genres) {
        var examples = new ArrayList<Example>();
        for (int genre = 0; genre < genres.size(); genre++) {
            for (int artist = 0; artist < genres.get(genre).size(); artist++) {
                for (int n = 0; n < genres.get(genre).get(artist); n++) {
                    var track = "genre %d, artist %d, track %d".formatted(genre, artist, n);
                    var groups = Map.of(Grouping.TRACK, track, Grouping.ARTIST, genre + " artist " + artist);
                    examples.add(Example.ofClass(track, new float[1], genre, genres.size(), groups)
                            .inGroup(Grouping.FINGERPRINT, track));
                }
            }
        }
        var classes = IntStream.range(0, genres.size())
                .mapToObj(genre -> "genre " + genre)
                .toList();
        return new Dataset("toy", new Shape(1), classes, examples);
    }

    @Test
    void aGivenSplitHasNoFolds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        GtzanProtocol.faultFiltered(new GtzanSplit(Map.of())).folds(dataset(8), 5, 1))
                .withMessageStartingWith("folds must be dealt anew");
    }

    /** Two genres, so many artists each with a track of five segments, and a track of a stranger. */
    private static Dataset dataset(int artists) {
        var examples = IntStream.range(0, 2 * (artists + 1) * 5)
                .mapToObj(n -> example(n % 2, n / 2 / 5, artists, n))
                .collect(Collectors.toList());
        return new Dataset("toy", new Shape(1), List.of("jazz", "metal"), examples);
    }

    private static Example example(int label, int track, int artists, int n) {
        var groups = new HashMap<Grouping, String>();
        groups.put(Grouping.TRACK, label + " track " + track);
        groups.put(Grouping.FINGERPRINT, label + " track " + track);
        if (track < artists) {
            groups.put(Grouping.ARTIST, label + " artist " + track);
        }
        return Example.ofClass("segment " + n, new float[1], label, 2, groups);
    }
}
