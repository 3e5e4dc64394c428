package io.timbre.explain.saliency;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.explain.subject.ExplainedModel;
import io.timbre.explain.subject.PlantedCues;
import io.timbre.explain.subject.PlantedCues.Cue;
import io.timbre.explain.subject.PlantedCues.Planted;
import io.timbre.explain.trust.Baseline;
import io.timbre.explain.trust.Reading;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Explanations of a network of which it is known what decides: a tone in noise, or clicks in noise. */
class PlantedCuesTest {

    @SuppressWarnings("NullAway.Init")
    private static ExplainedModel model;

    @BeforeAll
    static void train() {
        model = PlantedCues.model();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void knowsItsClasses() {
        for (var cue : Cue.values()) {
            var posteriors = model.trackPosteriors(
                    segments(cue).stream().map(Planted::input).toList());
            assertThat(posteriors[cue.ordinal()]).as(cue.name()).isGreaterThan(0.9f);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TONE", "CLICKS"})
    void contributionsAreWhereTheCueIs(Cue cue) {
        for (var segment : segments(cue)) {
            assertThat(auc(new IntegratedGradients(32, 32), cue, segment)).isGreaterThan(0.95);
            assertThat(auc(new GradientTimesInput(), cue, segment)).isGreaterThan(0.95);
        }
    }

    /** Less sharply: what is beside a cue would matter as well, if it were louder. */
    @ParameterizedTest
    @EnumSource(names = {"TONE", "CLICKS"})
    void sensitivitiesAreAboutTheCue(Cue cue) {
        for (var segment : segments(cue)) {
            assertThat(auc(new Gradient(), cue, segment)).isGreaterThan(0.75);
            assertThat(auc(new SmoothGrad(16, 0.05), cue, segment)).isGreaterThan(0.75);
        }
    }

    private static List<Planted> segments(Cue cue) {
        return IntStream.range(0, 5)
                .mapToObj(number -> PlantedCues.segment(cue, number))
                .toList();
    }

    private static double auc(Rule rule, Cue cue, Planted segment) {
        var baseline = Baseline.of(model, List.of(segment.input()));
        var map = rule.map(model, cue.ordinal(), segment.input(), baseline);
        return auc(rule.reading(), map, segment.isCue());
    }

    /** How often a cell of the cue weighs more than another cell. */
    private static double auc(Reading reading, float[] map, boolean... isCue) {
        int[] ascending = IntStream.range(0, map.length)
                .boxed()
                .sorted(Comparator.comparingDouble(cell -> reading.weight(map[cell])))
                .mapToInt(cell -> cell)
                .toArray();
        long below = 0;
        long cues = 0;
        long pairs = 0;
        for (int cell : ascending) {
            if (isCue[cell]) {
                cues++;
                pairs += below;
            } else {
                below++;
            }
        }
        return (double) pairs / (cues * below);
    }
}
