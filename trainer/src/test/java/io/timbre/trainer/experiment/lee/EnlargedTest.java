package io.timbre.trainer.experiment.lee;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.LeakageAudit;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.Shares;
import io.timbre.trainer.data.Split;
import io.timbre.trainer.data.Splits;
import io.timbre.trainer.experiment.lee.Condition.Generated;
import io.timbre.trainer.experiment.lee.Condition.Repeated;
import io.timbre.trainer.fit.AdversarialResult;
import io.timbre.trainer.fit.TrainedGenerator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnlargedTest {

    private final Split split = Splits.random(Levels.dataset(4), new Shares(0.5, 0.25, 0.25), 1);

    @Test
    void addsToTheTrainingPartAlone() {
        var added = Example.ofClass("made", new float[11 * 128], 1, 2, Map.of());

        var enlarged = Enlarged.with(List.of(added), split);

        assertThat(enlarged.of(Part.TRAINING))
                .startsWith(split.of(Part.TRAINING).toArray(Example[]::new))
                .endsWith(added)
                .hasSize(8 + 1);
        assertThat(enlarged.of(Part.VALIDATION)).isEqualTo(split.of(Part.VALIDATION));
        assertThat(enlarged.of(Part.TEST)).isEqualTo(split.of(Part.TEST));
        assertThat(enlarged.dataset().examples()).contains(added);
    }

    @Test
    void givesEachConditionWhatItWants() {
        var made = List.of(made(Pair.PUBLISHED), made(Pair.CONDITIONAL));

        assertThat(Enlarged.as(Condition.ALONE, split, made)).isEqualTo(split);
        assertThat(Enlarged.as(new Repeated(3), split, made).of(Part.TRAINING))
                .hasSize(8 + 3)
                .allMatch(split.of(Part.TRAINING)::contains);
        assertThat(Enlarged.as(new Generated(Pair.CONDITIONAL, 1), split, made).of(Part.TRAINING))
                .hasSize(8 + 1)
                .endsWith(made.getLast().examples().getFirst());
    }

    private static GeneratedTracks made(Pair pair) {
        var untrained = new TrainedGenerator(pair.generator(2), new byte[0]);
        var examples = IntStream.range(0, 2)
                .mapToObj(i -> Example.ofClass(pair + " " + i, new float[11 * 128], i, 2, Map.of()))
                .toList();
        return new GeneratedTracks(pair, new AdversarialResult(untrained, new double[1], new double[1]), examples);
    }

    @Test
    void repeatsTracksOfEachGenreInTurn() {
        var training = split.of(Part.TRAINING);

        var repeated = Enlarged.withRepeated(9, split).of(Part.TRAINING).subList(8, 8 + 9);

        assertThat(repeated).extracting(Example::label).containsExactly(0, 1, 0, 1, 0, 1, 0, 1, 0);
        // each once, and then from the beginning
        assertThat(repeated.subList(0, 8)).containsExactlyInAnyOrderElementsOf(training);
        assertThat(repeated.get(8)).isSameAs(repeated.getFirst());
        assertThat(LeakageAudit.of(Enlarged.withRepeated(9, split)).leaks())
                .isEqualTo(LeakageAudit.of(split).leaks());
    }
}
