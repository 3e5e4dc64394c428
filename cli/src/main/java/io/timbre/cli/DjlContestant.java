package io.timbre.cli;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.zoo.Classifier;
import java.io.IOException;

/**
 * An engine of DJL's with Timbre's block.
 *
 * @param training how it trains
 */
record DjlContestant(String name, ComputeEngine engine, String trainer, Training training)
        implements NetworkContestant {

    /** Makes a network ready to be trained. */
    @FunctionalInterface
    interface Training {
        ReadyNetwork ready(Classifier classifier, int batch);
    }

    /** MXNet, trained by the steps that {@code train} and {@code experiment} take. */
    static DjlContestant timbre() {
        return new DjlContestant("mxnet", ComputeEngine.MXNET, "Timbre's own steps", StepTraining::new);
    }

    /** PyTorch, trained by DJL's own trainer. */
    static DjlContestant pyTorch() {
        return new DjlContestant(
                "djl-pytorch",
                ComputeEngine.PYTORCH,
                "DJL's Trainer",
                (classifier, batch) -> new TrainerTraining(ComputeEngine.PYTORCH, classifier, batch));
    }

    @Override
    public String description() {
        return name + " " + engine.engine().getVersion() + " (DJL " + Engine.getDjlVersion() + ", trained by " + trainer
                + ")";
    }

    @Override
    public ReadyNetwork ready(Classifier classifier, NetworkTask task, int batch) throws IOException {
        try {
            return tried(
                    switch (task) {
                        case PREDICTION -> new BlockPrediction(engine, classifier.network(), batch);
                        case TRAINING -> training.ready(classifier, batch);
                    });
        } catch (EngineException unable) {
            throw new PeerException(
                    String.valueOf(unable.getMessage()).lines().findFirst().orElse("it cannot"));
        }
    }

    /** PyTorch will not normalise a batch of one, and says so only when it comes to it. */
    private static ReadyNetwork tried(ReadyNetwork ready) throws IOException {
        try {
            ready.work(1, 0);
            return ready;
        } catch (EngineException unable) {
            ready.close();
            throw unable;
        }
    }
}
