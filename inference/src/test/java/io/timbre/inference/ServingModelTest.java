package io.timbre.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timbre.inference.Samples.Constant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ServingModelTest {
    private static final int THREADS = 16;
    private static final int SWAPS = 200;
    private static final float[][] TRACK = {{0.5f, 0}};

    /** Model i is so sure of blues as its name says: a mixed batch, or one on a closed model, would show. */
    @Test
    void everyDecisionIsThatOfTheModelItNamesHoweverOftenModelsAreSwapped() throws Exception {
        var serving = new ServingModel();
        var models = new ArrayList<Constant>();
        var decisions = new ArrayList<Future<List<Decision>>>();
        try (var batcher = new Batcher<>(serving, 4, Duration.ofNanos(1), segments -> {});
                var threads = Executors.newFixedThreadPool(THREADS)) {
            serving.serve(model(0, models));
            for (int i = 0; i < THREADS; i++) {
                decisions.add(threads.submit(untilTheLast(batcher)));
            }
            for (int i = 1; i < SWAPS; i++) {
                serving.serve(model(i, models));
                Thread.sleep(1);
            }
            models.add(new Constant(Samples.model("last"), 1));
            serving.serve(models.getLast());
            for (var own : decisions) {
                assertThat(own.get()).isNotEmpty().allSatisfy(ServingModelTest::isOfTheModelItNames);
            }
        }
        assertThat(models.subList(0, SWAPS)).allMatch(Constant::closed);
        assertThat(models.getLast().closed()).isFalse();
    }

    private static Callable<List<Decision>> untilTheLast(Batcher<Decision> batcher) {
        return () -> {
            var own = new ArrayList<Decision>();
            var decision = batcher.apply(TRACK);
            while (!decision.model().version().equals("last")) {
                own.add(decision);
                decision = batcher.apply(TRACK);
            }
            return own;
        };
    }

    private static void isOfTheModelItNames(Decision decision) {
        assertThat(decision.prediction().posteriors()[0])
                .isEqualTo(Float.parseFloat(decision.model().version()));
    }

    private static Constant model(int number, List<Constant> models) {
        float blues = number / (float) SWAPS;
        models.add(new Constant(Samples.model(Float.toString(blues)), blues));
        return models.getLast();
    }

    @Test
    void theFirstBatchWaitsForTheFirstModel() throws Exception {
        var serving = new ServingModel();
        var waiting = CompletableFuture.supplyAsync(() -> serving.apply(List.<float[][]>of(TRACK)));
        assertThatThrownBy(() -> waiting.get(50, TimeUnit.MILLISECONDS))
                .isInstanceOf(java.util.concurrent.TimeoutException.class);

        serving.serve(new Constant(Samples.model("first"), 1));

        assertThat(waiting.get(5, TimeUnit.SECONDS).getFirst().model().version())
                .isEqualTo("first");
    }

    @Test
    void closingClosesTheModelThatServes() {
        var serving = new ServingModel();
        var model = new Constant(Samples.model("only"), 1);
        serving.serve(model);

        serving.close();

        assertThat(model.closed()).isTrue();
    }
}
