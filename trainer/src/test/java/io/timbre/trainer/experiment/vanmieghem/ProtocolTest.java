package io.timbre.trainer.experiment.vanmieghem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.types.Shape;
import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Grouping;
import io.timbre.trainer.data.LeakageAudit;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.Splits;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProtocolTest {

    @Test
    void theThesisLetsSegmentsOfATrackIntoSeveralParts() {
        var split = Protocol.fragments().split(dataset(8), 1);

        assertThat(LeakageAudit.of(split).isClean()).isFalse();
    }

    @Test
    void theHonestOneKeepsArtistsApartAndLeavesOutThoseWhomNobodyKnows() {
        var split = Protocol.artists().split(dataset(8), 1);

        assertThat(LeakageAudit.of(split).isClean()).isTrue();
        assertThat(Stream.of(Part.values()).flatMap(part -> split.of(part).stream()))
                .hasSize(2 * 8 * 5)
                .allMatch(example -> example.groups().containsKey(Grouping.ARTIST));
    }

    @Test
    void saysWhichClassHasTooFewArtists() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Protocol.artists().split(dataset(1), 1))
                .withMessageStartingWith("each class must have at least 3 groups by ")
                .withMessageContaining("jazz has 1");
    }

    @Test
    void saysWhichPartOfAGivenSplitMissesAClass() {
        var noMetalToTest = new Protocol(
                "given",
                "as someone else split it",
                Set.of(),
                true,
                (dataset, seed) -> Splits.given(
                        dataset,
                        "given",
                        example -> Optional.of(example.label() == 1 ? Part.TRAINING : part(example))));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> noMetalToTest.split(dataset(8), 1))
                .withMessage("VALIDATION must have every class of toy (as someone else split it): has no metal");
    }

    private static Part part(Example example) {
        return Part.values()[Math.floorMod(example.id().hashCode(), 3)];
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
