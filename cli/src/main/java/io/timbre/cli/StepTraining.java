package io.timbre.cli;

import io.timbre.cli.Contestant.Span;
import io.timbre.networks.zoo.Classifier;
import io.timbre.trainer.fit.Batch;
import io.timbre.trainer.fit.Descent;
import io.timbre.trainer.fit.FitListener;
import io.timbre.trainer.fit.FitSettings;
import io.timbre.trainer.fit.Loss;

/** The steps of Timbre's training core: from numbers in this JVM's memory to weights that have moved, and what was right. */
final class StepTraining implements ReadyNetwork {
    private final Descent.Steps steps;
    private final Batch batch;

    StepTraining(Classifier classifier, int rows) {
        var network = classifier.network();
        steps = descent(classifier, 1).steps(NetworkNoise.statistics(network));
        batch = NetworkNoise.batch(classifier, rows);
    }

    /** A fit as the studies do it, with the loss that belongs to the network. */
    static Descent descent(Classifier classifier, int epochs) {
        var loss = classifier.exclusive() ? Loss.SOFTMAX_CROSS_ENTROPY : Loss.SIGMOID_CROSS_ENTROPY;
        return new Descent(
                classifier.network(), classifier.classes(), FitSettings.of(loss, epochs, 1), FitListener.SILENT);
    }

    @Override
    public Span work(int times, int lane) {
        long began = System.nanoTime();
        for (int i = 0; i < times; i++) {
            requireLoss(steps.take(batch));
        }
        steps.await();
        return new Span(began, System.nanoTime());
    }

    /**
     * Holds a step against what it must give.
     *
     * @throws IllegalStateException if nothing was computed that could be a loss
     */
    static void requireLoss(double loss) {
        if (!Double.isFinite(loss)) {
            throw new IllegalStateException("a step must give a loss: gave " + loss);
        }
    }

    @Override
    public void close() {
        steps.close();
    }
}
