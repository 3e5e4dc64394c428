package io.timbre.trainer.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.timbre.networks.table.Network;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DescentTest {

    private static final int STEPS = 20;
    private static final Network NETWORK = Toys.withDropout(2);
    private static final Optional<BandStatistics> STATISTICS =
            Optional.of(new BandStatistics(new float[] {15, 15}, new float[] {10, 10}));
    private static final Batch BATCH = new Batch(2, new float[] {10, 10, 10, 30}, new float[] {1, 0, 0, 1}, 2);

    @Test
    void singleStepsAreThoseOfTheFirstEpoch() {
        double sum = 0;
        double last = 0;
        try (var steps = descent().steps(STATISTICS)) {
            for (int i = 0; i < STEPS; i++) {
                last = steps.take(BATCH);
                sum += last;
            }
            steps.await();
        }
        var epoch = descent()
                .run(new SameAgain(), STATISTICS, Validation.NONE)
                .epochs()
                .getFirst();

        assertThat(sum / STEPS).isCloseTo(epoch.trainingLoss(), within(1e-9));
        assertThat(last).isPositive().isLessThan(sum / STEPS);
    }

    private static Descent descent() {
        var settings = new FitSettings(
                1, 1, 2, Loss.SOFTMAX_CROSS_ENTROPY, 0.05, new Schedule.Constant(), EarlyStopping.never(), 0, 0, false);
        return new Descent(NETWORK, 2, settings, FitListener.SILENT);
    }

    private static final class SameAgain implements Batches {
        @Override
        public int perEpoch() {
            return STEPS;
        }

        @Override
        public Iterator<Batch> epoch(int number) {
            return Collections.nCopies(STEPS, BATCH).iterator();
        }
    }
}
