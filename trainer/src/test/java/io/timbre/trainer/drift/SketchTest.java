package io.timbre.trainer.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SketchTest {

    private final Population population = Population.of(Population.UNEVEN, 1);
    private final List<Observation> tracks = population.tracks(600);

    @Test
    void mergingIsAdding() {
        assertThat(of(tracks.subList(0, 100)).plus(of(tracks.subList(100, 600))).stored())
                .usingRecursiveComparison()
                .isEqualTo(of(tracks).stored());
    }

    @Test
    void orderDoesNotMatterToTheLastBit() {
        var panes = Stream.of(0, 100, 200, 300, 400, 500)
                .map(from -> of(tracks.subList(from, from + 100)))
                .toList();

        assertThat(panes.stream().reduce(Sketch::plus).orElseThrow().stored())
                .usingRecursiveComparison()
                .isEqualTo(panes.reversed().stream()
                        .reduce(Sketch::plus)
                        .orElseThrow()
                        .stored());
    }

    @Test
    void comesBackFromWhereItWasWrittenDown() {
        var sketch = of(tracks);

        assertThat(Sketch.of(sketch.stored()).stored())
                .usingRecursiveComparison()
                .isEqualTo(sketch.stored());
    }

    @Test
    void doesNotGrowWithWhatItHasSeen() {
        var stored = of(tracks).stored();

        // genres, 64 bins and a sum of confidence and of entropy, 64 Fourier features
        assertThat(stored.numbers()).hasSize(11 + 2 * 65 + 64);
        assertThat(stored.exemplars()).allSatisfy(ids -> assertThat(ids).hasSizeLessThanOrEqualTo(3));
    }

    @Test
    void keepsTheThreeLowestIdsOfAGenreOnceEach() {
        var sketch = Sketch.empty(1);
        for (var id : List.of("d", "a", "c", "a", "e", "b")) {
            sketch.add(new Observation(id, 0, 1, 0, new short[Observation.FEATURES]));
        }

        assertThat(sketch.exemplars(0)).containsExactly("a", "b", "c");
    }

    @Test
    void meansAreThoseOfTheObservations() {
        var sketch = Sketch.empty(2);
        sketch.add(new Observation("a", 0, .25f, .5f, new short[Observation.FEATURES]));
        sketch.add(new Observation("b", 1, .75f, .25f, new short[Observation.FEATURES]));

        assertThat(sketch.tracks()).isEqualTo(2);
        assertThat(sketch.meanConfidence()).isEqualTo(.5);
        assertThat(sketch.meanEntropy()).isEqualTo(.375);
    }

    @Test
    void sketchesOfOtherGenresDoNotAddUp() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sketch.empty(3).plus(Sketch.empty(4)))
                .withMessage("both must know 3 genres: the other knows 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sketch.empty(3).add(new Observation("a", 3, 1, 0, new short[Observation.FEATURES])))
                .withMessage("genre must be < 3: was 3");
    }

    private static Sketch of(List<Observation> observations) {
        return Sketch.of(Population.GENRES, observations);
    }
}
