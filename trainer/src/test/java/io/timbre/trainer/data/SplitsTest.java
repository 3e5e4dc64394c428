package io.timbre.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SplitsTest {

    private final Dataset tracks = Toy.tracks(120);

    @Test
    void aGroupedSplitNeverTearsAGroup() {
        var split = Splits.grouped(tracks, Set.of(Grouping.TRACK, Grouping.ARTIST), Shares.thesis(), 1);

        assertThat(LeakageAudit.of(split).leaks()).isEmpty();
        assertThat(sizes(split).stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(tracks.examples().size());
    }

    @Test
    void groupsThatHangTogetherThroughOthersStayTogether() {
        // a shares its artist with b, and b its title with c; a and c share nothing
        var a = Toy.example("a", 0, Map.of(Grouping.ARTIST, "x"));
        var b = Toy.example("b", 0, Map.of(Grouping.ARTIST, "x", Grouping.TITLE, "y"));
        var c = Toy.example("c", 0, Map.of(Grouping.TITLE, "y"));
        var d = Toy.example("d", 0, Map.of());
        var examples = new ArrayList<>(List.of(a, b, c, d));
        for (int i = 0; i < 4; i++) {
            examples.add(Toy.example("rock " + i, 1, Map.of()));
        }
        var split = Splits.grouped(
                Toy.dataset(examples), Set.of(Grouping.ARTIST, Grouping.TITLE), new Shares(0.5, 0, 0.5), 1);

        assertThat(split.of(Part.TRAINING)).contains(a, b, c).doesNotContain(d).hasSize(5);
        assertThat(split.of(Part.TEST)).contains(d).hasSize(3);
    }

    @Test
    void sharesHoldInEachClassWithinTheLargestGroup() {
        for (long seed = 0; seed < 20; seed++) {
            var split = Splits.grouped(tracks, Set.of(Grouping.TRACK), Shares.thesis(), seed);
            for (int label = 0; label < 2; label++) {
                int all = count(tracks.examples(), label);
                for (var part : Part.values()) {
                    assertThat((double) count(split.of(part), label))
                            .as("%s of class %d with seed %d", part, label, seed)
                            .isCloseTo(Shares.thesis().of(part) * all, within(9.0));
                }
            }
        }
    }

    @Test
    void aRandomSplitHasEachClassInItsShareToTheExample() {
        var examples = new ArrayList<Example>();
        for (int i = 0; i < 300; i++) {
            examples.add(Toy.example("e" + i, i < 100 ? 0 : 1, Map.of()));
        }
        var split = Splits.random(Toy.dataset(examples), Shares.thesis(), 3);

        assertThat(sizes(split)).containsExactly(210, 45, 45);
        assertThat(count(split.of(Part.TEST), 0)).isEqualTo(15);
        assertThat(count(split.of(Part.VALIDATION), 0)).isEqualTo(15);
    }

    @Test
    void foldsTestEachExampleOnceAndNeverTearAGroup() {
        var folds = Splits.folds(tracks, Set.of(Grouping.TRACK, Grouping.ARTIST), 5, 1);

        assertThat(folds).hasSize(5).allSatisfy(fold -> {
            assertThat(LeakageAudit.of(fold).leaks()).isEmpty();
            assertThat(sizes(fold)).doesNotContain(0);
        });
        assertThat(folds.stream().flatMap(fold -> fold.of(Part.TEST).stream()))
                .containsExactlyInAnyOrderElementsOf(tracks.examples());
    }

    @Test
    void aClassWithAsManyGroupsAsPartsStandsInAll() {
        var examples = new ArrayList<Example>();
        for (int i = 0; i < 60; i++) {
            examples.add(Toy.example("e" + i, i < 3 ? 1 : 0, Map.of(Grouping.TRACK, "track " + i)));
        }
        var split = Splits.grouped(Toy.dataset(examples), Set.of(Grouping.TRACK), Shares.thesis(), 1);

        for (var part : Part.values()) {
            assertThat(count(split.of(part), 1)).isOne();
        }
    }

    @Test
    void theSeedAndOnlyTheSeedDecides() {
        var kinds = Set.of(Grouping.TRACK);
        var first = Splits.grouped(tracks, kinds, Shares.thesis(), 1);

        assertThat(Splits.grouped(Toy.tracks(120), kinds, Shares.thesis(), 1).of(Part.TEST))
                .extracting(Example::id)
                .isEqualTo(first.of(Part.TEST).stream().map(Example::id).toList());
        assertThat(Splits.grouped(tracks, kinds, Shares.thesis(), 2).of(Part.TEST))
                .isNotEqualTo(first.of(Part.TEST));
        assertThat(first.protocol()).isEqualTo("grouped by track, 70/15/15, seed 1");
    }

    @Test
    void refusesToGroupByWhatNoExampleNames() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Splits.grouped(tracks, Set.of(Grouping.TITLE), Shares.thesis(), 1))
                .withMessageContaining("no example of toy names its title");
        assertThatIllegalArgumentException().isThrownBy(() -> Splits.grouped(tracks, Set.of(), Shares.thesis(), 1));
    }

    @Test
    void aGivenSplitLeavesOutWhatHasNoPart() {
        var split = Splits.given(
                tracks,
                "by hand",
                example -> example.id().startsWith("7/") ? Optional.empty() : Optional.of(Part.TRAINING));

        assertThat(split.of(Part.TRAINING))
                .hasSizeLessThan(tracks.examples().size())
                .noneMatch(example -> example.id().startsWith("7/"));
        assertThat(split.of(Part.TEST)).isEmpty();
    }

    @Test
    void refusesAClassOfFewerGroupsThanParts() {
        var examples = new ArrayList<Example>();
        for (int i = 0; i < 60; i++) {
            examples.add(
                    Toy.example("e" + i, i < 30 ? 1 : 0, Map.of(Grouping.ARTIST, "artist " + (i < 30 ? i % 2 : i))));
        }
        var dataset = Toy.dataset(examples);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Splits.grouped(dataset, Set.of(Grouping.ARTIST), Shares.thesis(), 1))
                .withMessage("each class must have at least 3 groups by artist, one a part: rock has 2; add"
                        + " files of it, leave it out, or split it otherwise");
        assertThat(LeakageAudit.of(Splits.grouped(dataset, Set.of(Grouping.ARTIST), new Shares(0.7, 0, 0.3), 1))
                        .isClean())
                .isTrue();
    }

    @Test
    void refusesSharesThatDoNotMakeOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Shares(0.7, 0.2, 0.2))
                .withMessageContaining("0.7, 0.2 and 0.2");
        assertThatIllegalArgumentException().isThrownBy(() -> new Shares(0, 0.5, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Shares(Double.NaN, 0.5, 0.5));
    }

    private static List<Integer> sizes(Split split) {
        return List.of(
                split.of(Part.TRAINING).size(),
                split.of(Part.VALIDATION).size(),
                split.of(Part.TEST).size());
    }

    private static int count(List<Example> examples, int label) {
        return (int)
                examples.stream().filter(example -> example.label() == label).count();
    }
}
