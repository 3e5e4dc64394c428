package io.timbre.trainer.fit;

import ai.djl.Model;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.engine.DjlBlock;
import io.timbre.networks.engine.ParametersFile;
import io.timbre.networks.engine.SegmentScorer;
import io.timbre.networks.table.Network;
import io.timbre.trainer.fit.Validation.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fits a network's weights to batches, whoever makes them, with Adam, and keeps those of the epoch that its validation
 * liked best. The same batches and settings on the same machine, with one OpenMP thread, give the same weights.
 *
 * <p>For examples that lie in memory, {@link NetworkFit} makes the batches.
 */
public final class Descent {

    private final Network network;
    private final FitSettings settings;
    private final Objective objective;
    private final FitListener listener;

    /**
     * Readies a fit.
     *
     * @param classes how many the targets tell apart: as many as the network has logits, or two for one logit
     */
    public Descent(Network network, int classes, FitSettings settings, FitListener listener) {
        this.network = network;
        this.settings = settings;
        this.objective = new Objective(settings.loss(), network.outputs(), classes);
        this.listener = listener;
    }

    /**
     * What came of it.
     *
     * @param parameters of the best epoch by validation loss; of the last where nothing is validated
     * @param bestEpoch from 1
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on and never compared
    public record Fitted(byte[] parameters, int bestEpoch, List<EpochFigures> epochs) {}

    /**
     * Fits fresh weights.
     *
     * @param statistics what the network's standardisation subtracts and divides by; empty if it has none
     * @throws ArithmeticException if not one epoch ended with a loss that is a number
     */
    public Fitted run(Batches batches, Optional<BandStatistics> statistics, Validation validation) {
        seed(0);
        try (var model = ComputeEngine.MXNET.newModel(network);
                var manager = model.getNDManager().newSubManager()) {
            var shape = new Shape(settings.batchSize()).addAll(network.inputShape());
            model.getBlock().initialize(model.getNDManager(), DataType.FLOAT32, shape);
            statistics.ifPresent(
                    measured -> DjlBlock.standardise(model.getBlock(), measured.means(), measured.deviations()));
            return new Run(model, manager, batches, validation).run();
        }
    }

    /** Each epoch draws anew, so that nothing of what was drawn before it needs to be known. */
    private void seed(int epoch) {
        ComputeEngine.MXNET.engine().setRandomSeed((int) (settings.seed() * 1_000_003 + epoch));
    }

    private final class Run {
        private final Model model;
        private final NDManager manager;
        private final Batches batches;
        private final Validation validation;
        private final ParameterStore store;
        private final Adam adam;
        private final LearningRate rate;
        private final Plateau plateau = new Plateau(settings.stopping().improvement());
        private final List<EpochFigures> epochs = new ArrayList<>();
        private byte[] best = {};
        private int bestEpoch;
        private double lowest = Double.POSITIVE_INFINITY;

        Run(Model model, NDManager manager, Batches batches, Validation validation) {
            this.model = model;
            this.manager = manager;
            this.batches = batches;
            this.validation = validation;
            this.store = new ParameterStore(manager, false);
            this.adam = new Adam(model.getBlock().getParameters().values(), manager, settings);
            this.rate = new LearningRate(
                    settings.schedule(), settings.learningRate(), (long) settings.epochs() * batches.perEpoch());
        }

        Fitted run() {
            var scorer = new SegmentScorer(model, network);
            boolean over = false;
            while (!over && epochs.size() < settings.epochs()) {
                over = epoch(epochs.size() + 1, scorer);
            }
            if (bestEpoch == 0) {
                throw new ArithmeticException("the loss must be a number: lower the learning rate of "
                        + settings.learningRate() + ", or clip the gradients");
            }
            return new Fitted(best, bestEpoch, List.copyOf(epochs));
        }

        /** Whether it was the last. */
        private boolean epoch(int number, SegmentScorer scorer) {
            seed(number);
            long step = (long) (number - 1) * batches.perEpoch();
            var tally = new Tally(objective);
            double loss = 0;
            var all = batches.epoch(number);
            for (int i = 0; i < batches.perEpoch(); i++) {
                loss += step(all.next(), step + i, tally) / batches.perEpoch();
            }
            var verdict = Double.isFinite(loss) ? validation.judge(scorer) : Validation.NONE.judge(scorer);
            return epochDone(number, loss, tally.share(), verdict);
        }

        private boolean epochDone(int number, double loss, double accuracy, Verdict verdict) {
            boolean validated = !Double.isNaN(verdict.loss());
            double watched = validated ? verdict.loss() : loss;
            boolean isBest = Double.isFinite(loss) && (!validated || watched < lowest);
            if (isBest) {
                lowest = watched;
                best = ParametersFile.write(model);
                bestEpoch = number;
            }
            rate.epochDone(watched);
            double next = rate.at((long) number * batches.perEpoch());
            var figures = new EpochFigures(
                    number, settings.epochs(), loss, accuracy, verdict.loss(), verdict.accuracy(), next, isBest);
            epochs.add(figures);
            listener.epochDone(figures);
            return !Double.isFinite(loss)
                    || plateau.lengthAfter(watched) >= settings.stopping().patience();
        }

        private double step(Batch batch, long step, Tally tally) {
            try (var own = manager.newSubManager()) {
                var inputs = own.create(batch.inputs(), new Shape(batch.rows()).addAll(network.inputShape()));
                var targets = own.create(batch.targets(), objective.targetShape(batch.rows()));
                float loss;
                try (var collector = ComputeEngine.MXNET.engine().newGradientCollector()) {
                    var logits = model.getBlock()
                            .forward(store, new NDList(inputs), true)
                            .singletonOrThrow();
                    var mean = objective.mean(logits, targets, batch.weight());
                    collector.backward(mean);
                    loss = mean.getFloat();
                    tally.add(batch.rows(), logits.toFloatArray(), batch.targets());
                }
                adam.step(step + 1, rate.at(step), own);
                return loss;
            }
        }
    }
}
