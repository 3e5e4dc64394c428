package io.timbre.trainer;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.Trainer;
import ai.djl.training.loss.SoftmaxCrossEntropyLoss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import io.timbre.networks.engine.DjlBlock;
import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.engine.ParametersFile;
import io.timbre.networks.engine.SegmentScorer;
import io.timbre.networks.table.Network;
import io.timbre.trainer.BatchMaker.Batch;
import io.timbre.trainer.TrainingListener.Epoch;
import java.util.List;
import java.util.function.Supplier;

/**
 * Fits a network's weights with Adam and keeps those of the epoch that made the validation tracks most likely.
 *
 * <p>The learning rate rises over the first tenth of the steps and falls to nothing along a cosine.
 */
final class NetworkFit {

    private static final double WARM_UP = 0.1;

    private final Network network;
    private final TrainingSettings settings;
    private final TrainingListener listener;

    NetworkFit(Network network, TrainingSettings settings, TrainingListener listener) {
        this.network = network;
        this.settings = settings;
        this.listener = listener;
    }

    /** The weights of the best epoch, which is counted from 1. */
    @SuppressWarnings("ArrayRecordComponent") // handed on and never compared
    record Fitted(byte[] parameters, int epoch) {}

    /**
     * Trains from fresh weights. The same seed on the same machine, with one OpenMP thread, gives the same weights.
     *
     * @param statistics what the network's standardisation subtracts and divides by
     */
    Fitted fit(Supplier<Batch> batches, BandStatistics statistics, List<TrackSegments> validation) {
        ComputeEngine.MXNET.engine().setRandomSeed((int) settings.seed());
        try (var model = ComputeEngine.MXNET.newModel(network);
                var trainer = model.newTrainer(config())) {
            trainer.initialize(new Shape(settings.batchSize()).addAll(network.inputShape()));
            DjlBlock.standardise(model.getBlock(), statistics.means(), statistics.deviations());
            return epochs(model, trainer, batches, validation);
        }
    }

    private Fitted epochs(Model model, Trainer trainer, Supplier<Batch> batches, List<TrackSegments> validation) {
        var scorer = new SegmentScorer(model, network);
        var best = new Fitted(new byte[0], 0);
        double lowest = Double.POSITIVE_INFINITY;
        for (int epoch = 1; epoch <= settings.epochs() && epoch - best.epoch() <= settings.patience(); epoch++) {
            double trainingLoss = epoch(trainer, batches);
            var logits = TrackLogits.score(scorer, validation);
            double validationLoss = Calibrator.negativeLogLikelihood(logits, 1);
            boolean isBest = validationLoss < lowest;
            if (isBest) {
                lowest = validationLoss;
                best = new Fitted(ParametersFile.write(model), epoch);
            }
            listener.epochDone(
                    new Epoch(epoch, settings.epochs(), trainingLoss, validationLoss, accuracy(logits), isBest));
        }
        return best;
    }

    private double epoch(Trainer trainer, Supplier<Batch> batches) {
        double sum = 0;
        for (int i = 0; i < settings.batchesPerEpoch(); i++) {
            sum += step(trainer, batches.get());
        }
        return sum / settings.batchesPerEpoch();
    }

    private double step(Trainer trainer, Batch batch) {
        try (NDManager manager = trainer.getManager().newSubManager()) {
            int rows = settings.batchSize();
            var inputs = manager.create(batch.inputs(), new Shape(rows).addAll(network.inputShape()));
            var targets = new NDList(manager.create(batch.targets(), new Shape(rows, network.outputs())));
            float loss;
            try (var gradients = trainer.newGradientCollector()) {
                var logits = trainer.forward(new NDList(inputs));
                var mean = trainer.getLoss().evaluate(targets, logits);
                gradients.backward(mean);
                loss = mean.getFloat();
            }
            trainer.step();
            return loss;
        }
    }

    private DefaultTrainingConfig config() {
        Tracker schedule = this::learningRate;
        return new DefaultTrainingConfig(new SoftmaxCrossEntropyLoss("loss", 1, -1, false, true))
                .optDevices(new Device[] {Device.cpu()})
                .optOptimizer(Optimizer.adam()
                        .optLearningRateTracker(schedule)
                        .optWeightDecays((float) settings.weightDecay())
                        .build());
    }

    private float learningRate(int step) {
        double progress = (double) step / ((long) settings.epochs() * settings.batchesPerEpoch());
        double share = progress < WARM_UP
                ? progress / WARM_UP
                : (1 + Math.cos(Math.PI * (progress - WARM_UP) / (1 - WARM_UP))) / 2;
        return (float) (settings.learningRate() * share);
    }

    private static double accuracy(List<TrackLogits> tracks) {
        long right = tracks.stream()
                .filter(track -> new Decision(track.label(), track.posteriors(1)).isRight())
                .count();
        return (double) right / tracks.size();
    }
}
