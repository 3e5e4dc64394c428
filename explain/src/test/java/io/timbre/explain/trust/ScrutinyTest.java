package io.timbre.explain.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.explain.answer.Answer;
import io.timbre.explain.answer.Check;
import io.timbre.explain.answer.Progress;
import io.timbre.explain.answer.Quality;
import io.timbre.explain.subject.ExplainedModel;
import io.timbre.explain.subject.PlantedCues;
import io.timbre.explain.subject.PlantedCues.Cue;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ScrutinyTest {

    private static final int TONE = Cue.TONE.ordinal();
    private static final int FRAMES = 40;
    private static final List<float[]> INPUTS = IntStream.range(0, 5)
            .mapToObj(number -> PlantedCues.segment(Cue.TONE, number).input())
            .toList();

    @SuppressWarnings("NullAway.Init")
    private static ExplainedModel model;

    @SuppressWarnings("NullAway.Init")
    private static float[] baseline;

    @BeforeAll
    static void train() {
        model = PlantedCues.model();
        baseline = Baseline.of(model, INPUTS);
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void believesAnHonestExplanation() {
        var quality = quality(ScrutinyTest::gradientsTimesInput);

        assertThat(quality.warning()).isEmpty();
        assertThat(value(quality, "hiding-gain")).isGreaterThan(Scrutiny.LEAST_HIDING_GAIN);
        assertThat(value(quality, "deletion-auc")).isLessThan(value(quality, "deletion-auc-random"));
        assertThat(value(quality, "insertion-auc")).isGreaterThan(value(quality, "insertion-auc-random"));
    }

    @Test
    void findsOutAnEdgeDetector() {
        var quality = quality((ignored, inputs) -> each(inputs, ScrutinyTest::edges));

        assertThat(value(quality, "similarity-randomised")).isEqualTo(1);
        assertThat(new Answer(List.of("Edges."), Map.of(), quality, List.of())
                        .lines()
                        .getFirst())
                .startsWith("Do not believe this explanation: ")
                .contains("It stays much the same when the network forgets all that it has learnt.");
    }

    @Test
    void findsOutAGuess() {
        var quality = quality((ignored, inputs) -> each(inputs, input -> guess(input.length)));

        assertThat(quality.warning().orElseThrow()).contains("does no more to the decision than");
    }

    @Test
    void findsOutWhatPointsAwayFromTheCue() {
        var quality = quality((asked, inputs) -> each(gradientsTimesInput(asked, inputs), ScrutinyTest::negative));

        assertThat(value(quality, "hiding-gain")).isNegative();
        assertThat(quality.passed()).isFalse();
    }

    @Test
    void givesTheSameQualityAgain() {
        assertThat(quality(ScrutinyTest::gradientsTimesInput)).isEqualTo(quality(ScrutinyTest::gradientsTimesInput));
    }

    @Test
    void saysHowFarItIs() {
        var reports = new AtomicInteger();
        var ignored = Scrutiny.of(model, TONE, INPUTS, baseline)
                .quality(ScrutinyTest::gradientsTimesInput, Reading.CONTRIBUTION, share -> {
                    assertThat(share).isBetween(0.0, 1.0);
                    reports.incrementAndGet();
                });

        assertThat(reports.get()).isGreaterThan(10);
    }

    private static Quality quality(Attribution attribution) {
        return Scrutiny.of(model, TONE, INPUTS, baseline).quality(attribution, Reading.CONTRIBUTION, Progress.UNHEARD);
    }

    private static double value(Quality quality, String name) {
        return quality.checks().stream()
                .filter(check -> check.name().equals(name))
                .mapToDouble(Check::value)
                .findFirst()
                .orElseThrow();
    }

    private static float[][] gradientsTimesInput(ExplainedModel asked, List<float[]> inputs) {
        var gradients = asked.logitGradients(inputs, TONE);
        for (int i = 0; i < gradients.length; i++) {
            for (int cell = 0; cell < baseline.length; cell++) {
                gradients[i][cell] *= inputs.get(i)[cell] - baseline[cell];
            }
        }
        return gradients;
    }

    @FunctionalInterface
    private interface Filter {
        float[] of(float[] values);
    }

    private static float[][] each(List<float[]> inputs, Filter filter) {
        return inputs.stream().map(filter::of).toArray(float[][]::new);
    }

    private static float[][] each(float[][] maps, Filter filter) {
        return each(List.of(maps), filter);
    }

    /** How much a cell differs from its neighbours to the left and below. */
    private static float[] edges(float... input) {
        var edges = new float[input.length];
        for (int cell = FRAMES + 1; cell < input.length; cell++) {
            edges[cell] = Math.abs(input[cell] - input[cell - 1]) + Math.abs(input[cell] - input[cell - FRAMES]);
        }
        return edges;
    }

    private static float[] guess(int cells) {
        var random = new SplittableRandom(7);
        var guess = new float[cells];
        for (int cell = 0; cell < cells; cell++) {
            guess[cell] = random.nextFloat();
        }
        return guess;
    }

    private static float[] negative(float... map) {
        var negative = new float[map.length];
        for (int cell = 0; cell < map.length; cell++) {
            negative[cell] = -map[cell];
        }
        return negative;
    }
}
