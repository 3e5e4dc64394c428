package io.timbre.trainer.experiment.lee;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.zoo.Lee;
import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Shares;
import io.timbre.trainer.data.Split;
import io.timbre.trainer.data.Splits;
import io.timbre.trainer.fit.AdversarialSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GeneratedTracksTest {

    private static final AdversarialSettings TWO_STEPS = new AdversarialSettings(1, 2, 4, 1e-3);

    @ParameterizedTest
    @EnumSource
    void makesWhatItsTanhCanReach(Pair pair) {
        var made = GeneratedTracks.of(pair, split(), TWO_STEPS, 4);

        // decibels as they are: -1 to 1; scaled: all of -80 to 0
        float least = pair == Pair.PUBLISHED ? -1 : -CoarseMel.RANGE_DB;
        float greatest = pair == Pair.PUBLISHED ? 1 : 0;
        assertThat(made.examples()).hasSize(4).allSatisfy(example -> {
            for (float value : example.input()) {
                assertThat(value).isBetween(least, greatest);
            }
        });
        assertThat(made.examples()).extracting(Example::label).containsExactly(0, 1, 0, 1);
    }

    private static Split split() {
        var examples = new ArrayList<Example>();
        for (int i = 0; i < 12; i++) {
            var input = new float[CoarseMel.STEPS * Lee.BANDS];
            Arrays.fill(input, -5 * i);
            examples.add(Example.ofClass("track " + i, input, i % 2, 2, Map.of()));
        }
        var dataset =
                new Dataset("made up", new Shape(CoarseMel.STEPS, Lee.BANDS), List.of("blues", "metal"), examples);
        return Splits.random(dataset, new Shares(0.5, 0.25, 0.25), 1);
    }
}
