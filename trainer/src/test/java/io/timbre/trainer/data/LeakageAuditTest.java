package io.timbre.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeakageAuditTest {

    private final Example one = Toy.example("one", 0, Map.of(Grouping.TRACK, "t1", Grouping.ARTIST, "Monk"));
    private final Example two = Toy.example("two", 0, Map.of(Grouping.TRACK, "t2", Grouping.ARTIST, "Monk"));
    private final Example three = Toy.example("three", 1, Map.of(Grouping.TRACK, "t3", Grouping.ARTIST, "Dean"));
    private final Example four = Toy.example("four", 1, Map.of());

    @Test
    void findsAnArtistInTwoParts() {
        var audit = audit(Map.of(Part.TRAINING, List.of(one, three), Part.TEST, List.of(two, four)));

        assertThat(audit.leaks()).containsExactly(new Leak("artist", 1, 2, 1, 2, List.of("Monk (TRAINING, TEST)")));
        assertThatIllegalArgumentException()
                .isThrownBy(audit::requireNone)
                .withMessage("the split (by hand) leaks: artist: 1 of 2 in more than one part, 1 of 2 examples outside"
                        + " training are of one trained on, such as Monk (TRAINING, TEST). Group it by artist, or say"
                        + " that a paper's protocol is meant");
    }

    @Test
    void findsWhatValidationSharesWithTheTest() {
        var audit =
                audit(Map.of(Part.TRAINING, List.of(three), Part.VALIDATION, List.of(one), Part.TEST, List.of(two)));

        assertThat(audit.leaks()).containsExactly(new Leak("artist", 1, 2, 0, 2, List.of("Monk (VALIDATION, TEST)")));
    }

    @Test
    void findsAnExampleInTwoPartsThoughItHasNoGroup() {
        var audit = audit(Map.of(Part.TRAINING, List.of(three, four), Part.TEST, List.of(four)));

        assertThat(audit.leaks()).extracting(Leak::what).containsExactly("example");
        assertThatIllegalArgumentException().isThrownBy(() -> audit.requireNone(Set.of(Grouping.TRACK)));
    }

    @Test
    void refusesOnlyTheKindsAskedFor() {
        var audit = audit(Map.of(Part.TRAINING, List.of(one), Part.TEST, List.of(two)));

        assertThatCode(() -> audit.requireNone(Set.of(Grouping.TRACK))).doesNotThrowAnyException();
        assertThatIllegalArgumentException().isThrownBy(() -> audit.requireNone(Set.of(Grouping.ARTIST)));
    }

    @Test
    void aCleanSplitPassesAndSaysSo() {
        var audit = audit(Map.of(Part.TRAINING, List.of(one, two), Part.TEST, List.of(three)));

        assertThat(audit.requireNone().isClean()).isTrue();
        assertThat(audit.describe()).isEqualTo("Nothing leaks (by hand).\n");
    }

    @Test
    void aRandomSplitOfSegmentsLeaksNearlyEveryTrack() {
        var audit = LeakageAudit.of(Splits.random(Toy.tracks(60), Shares.thesis(), 1));

        assertThat(audit.leaks()).extracting(Leak::what).containsExactly("track", "artist");
        assertThat(audit.describe()).startsWith("- track: ").contains("\n- artist: 12 of 12 in more than one part");
    }

    private static LeakageAudit audit(Map<Part, List<Example>> parts) {
        return LeakageAudit.of(new Split(
                Toy.dataset(parts.values().stream().flatMap(List::stream).toList()), "by hand", parts));
    }
}
