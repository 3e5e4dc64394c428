package io.timbre.trainer.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.engine.DeviceWish;
import io.timbre.networks.engine.ParametersFile;
import io.timbre.networks.engine.Placement;
import io.timbre.networks.engine.SegmentScorer;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Relu;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
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

    @Test
    void pyTorchLearnsWhatMxNetLearns() {
        var bare = new Network("bare", new Shape(2), List.of(new FullyConnected(3), new Relu(), new FullyConnected(2)));
        var start = descent(bare).run(new SameAgain(), Optional.empty(), Validation.NONE);
        var further = descent(bare).averaging(0.9).from(start.parameters());

        var mxNet = further.run(new SameAgain(), Optional.empty(), Validation.NONE);
        var pyTorch = further.on(Placement.of(ComputeEngine.PYTORCH, DeviceWish.CPU))
                .run(new SameAgain(), Optional.empty(), Validation.NONE);

        double loss = pyTorch.epochs().getFirst().trainingLoss();
        assertThat(loss).isLessThan(start.epochs().getFirst().trainingLoss());
        assertThat(loss).isCloseTo(mxNet.epochs().getFirst().trainingLoss(), within(1e-5));
        assertThat(answers(bare, pyTorch)).containsExactly(answers(bare, mxNet), within(1e-3f));
    }

    /** Read by MXNet, whoever wrote them. */
    private static float[] answers(Network network, Descent.Fitted fitted) {
        try (var model = ComputeEngine.MXNET.newModel(network)) {
            ParametersFile.read(fitted.parameters(), model, network);
            return new SegmentScorer(model, network)
                    .score(List.of(new float[] {10, 30}))
                    .getFirst()
                    .logits();
        }
    }

    private static Descent descent() {
        return descent(NETWORK);
    }

    private static Descent descent(Network network) {
        var settings = new FitSettings(
                1, 1, 2, Loss.SOFTMAX_CROSS_ENTROPY, 0.05, new Schedule.Constant(), EarlyStopping.never(), 0, 0, false);
        return new Descent(network, 2, settings, FitListener.SILENT);
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
