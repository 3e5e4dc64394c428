package io.timbre.trainer.fit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Model;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.table.Network;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AdversarialStepTest {

    @Test
    void leavesNoArraysBehind() {
        var generator = AdversarialFitTest.generator(2);
        var discriminator = AdversarialFitTest.discriminator(2);
        try (var making = ComputeEngine.MXNET.newModel(generator);
                var judging = ComputeEngine.MXNET.newModel(discriminator);
                var maker = trainer(making, generator);
                var judge = trainer(judging, discriminator)) {
            var step = new AdversarialStep(maker, judge, generator, discriminator);
            var random = new Random(1);
            step.run(AdversarialFitTest.twoClouds(), random); // the optimiser's own are made here
            int held = held(maker, judge);
            for (int i = 0; i < 10; i++) {
                step.run(AdversarialFitTest.twoClouds(), random);
            }
            assertThat(held(maker, judge)).isEqualTo(held);
        }
    }

    private static int held(Trainer maker, Trainer judge) {
        return maker.getManager().getManagedArrays().size()
                + judge.getManager().getManagedArrays().size()
                + maker.getModel().getNDManager().getManagedArrays().size()
                + judge.getModel().getNDManager().getManagedArrays().size();
    }

    private static Trainer trainer(Model model, Network network) {
        var trainer = model.newTrainer(new DefaultTrainingConfig(Loss.sigmoidBinaryCrossEntropyLoss()));
        trainer.initialize(new Shape(1).addAll(network.inputShape()));
        return trainer;
    }
}
