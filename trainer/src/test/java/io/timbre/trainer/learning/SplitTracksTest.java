package io.timbre.trainer.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.timbre.trainer.data.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SplitTracksTest {
    private static final Shares SHARES = new Shares(0.25, 0.15);

    @Test
    void eachPartHasItsShareOfTheArtists() {
        var parts = IntStream.range(0, 10_000)
                .mapToObj(i -> SHARES.partOf("artist " + i))
                .collect(Collectors.groupingBy(part -> part, Collectors.counting()));

        assertThat(parts.get(Part.TEST) / 1e4).isCloseTo(0.25, within(0.02));
        assertThat(parts.get(Part.VALIDATION) / 1e4).isCloseTo(0.15, within(0.02));
    }

    @Test
    void anArtistStandsInOnePartAndStaysThereWhoeverComes() {
        var few = SplitTracks.of(tracks(30, 3), SHARES);
        var many = SplitTracks.of(tracks(60, 3), SHARES);

        for (var part : Part.values()) {
            assertThat(many.of(part)).containsAll(few.of(part));
            assertThat(circles(few, part)).doesNotContainAnyElementsOf(circles(many, other(part)));
        }
        assertThat(few.parts().values().stream().mapToInt(List::size).sum()).isEqualTo(30);
    }

    @Test
    void theOrderOfTheTracksDoesNotMatter() {
        var tracks = tracks(30, 3);

        assertThat(SplitTracks.of(tracks.reversed(), SHARES)).isEqualTo(SplitTracks.of(tracks, SHARES));
        assertThat(SplitTracks.of(tracks.reversed(), SHARES).testSha256())
                .isEqualTo(SplitTracks.of(tracks, SHARES).testSha256());
    }

    @Test
    void aCopyOfATestTrackIsKeptFromTrainingWhoeverItSaysPlaysIt() {
        var tested = of("a", 0, artistOf(Part.TEST), 1);
        var copy =
                Sounds.track("b", 0, artistOf(Part.TRAINING), Sounds.encoded(Sounds.recording(1, Sounds.COLUMNS), 9));
        var other = of("c", 1, artistOf(Part.TRAINING), 2);

        var split = SplitTracks.of(List.of(copy, other, tested), SHARES);

        assertThat(split.of(Part.TEST)).containsExactly(tested);
        assertThat(split.of(Part.TRAINING)).containsExactly(other);
        assertThat(split.copies()).isEqualTo(1);
    }

    @Test
    void copiesThatPeopleCallDifferentlyTeachNothing() {
        var blues = of("a", 0, artistOf(Part.TRAINING), 1);
        var jazz = of("b", 1, artistOf(Part.TEST), 1);

        var split = SplitTracks.of(List.of(blues, jazz), SHARES);

        assertThat(split.parts()).isEmpty();
        assertThat(split.conflicts()).isEqualTo(2);
    }

    @Test
    void theTestHasAnotherHashOnceALabelOfItChanges() {
        var before = SplitTracks.of(List.of(of("a", 0, artistOf(Part.TEST), 1)), SHARES);
        var after = SplitTracks.of(List.of(of("a", 1, artistOf(Part.TEST), 1)), SHARES);

        assertThat(after.testSha256()).isNotEqualTo(before.testSha256());
    }

    private static List<LabelledTrack> tracks(int count, int anArtist) {
        var tracks = new ArrayList<LabelledTrack>();
        for (int i = 0; i < count; i++) {
            tracks.add(of("track-" + i, i % 2, "artist " + i / anArtist, i));
        }
        return tracks;
    }

    private static LabelledTrack of(String id, int label, String circle, long seed) {
        return Sounds.track(id, label, circle, Sounds.recording(seed, Sounds.COLUMNS));
    }

    private static String artistOf(Part part) {
        return Stream.iterate(0, i -> i + 1)
                .map(i -> "artist " + i)
                .filter(artist -> SHARES.partOf(artist) == part)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> circles(SplitTracks split, Part... parts) {
        return Arrays.stream(parts)
                .flatMap(part -> split.of(part).stream())
                .map(LabelledTrack::circle)
                .toList();
    }

    private static Part[] other(Part part) {
        return Arrays.stream(Part.values()).filter(one -> one != part).toArray(Part[]::new);
    }
}
