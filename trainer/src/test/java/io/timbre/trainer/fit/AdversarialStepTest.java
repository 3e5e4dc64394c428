package io.timbre.trainer.fit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Model;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.engine.ParametersFile;
import io.timbre.networks.table.Network;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdversarialStepTest {

    private final Network generator = AdversarialFitTest.generator(2);
    private final Network discriminator = AdversarialFitTest.discriminator(2);
    private final Model making = ComputeEngine.MXNET.newModel(generator);
    private final Model judging = ComputeEngine.MXNET.newModel(discriminator);
    private final Trainer maker = trainer(making, generator);
    private final Trainer judge = trainer(judging, discriminator);
    private final AdversarialStep step = new AdversarialStep(maker, judge, generator, discriminator);
    private final Random random = new Random(1);

    @BeforeEach
    void startOptimisers() {
        // they have momentum then, and arrays of their own
        step.run(AdversarialFitTest.twoClouds(), random);
    }

    @AfterEach
    void close() {
        maker.close();
        judge.close();
        making.close();
        judging.close();
    }

    @Test
    void leavesNoArraysBehind() {
        int held = held();
        for (int i = 0; i < 10; i++) {
            step.run(AdversarialFitTest.twoClouds(), random);
        }
        assertThat(held()).isEqualTo(held);
    }

    @Test
    void eachHalfLearnsWhileTheOtherStaysAsItIs() {
        try (var manager = maker.getManager().newSubManager()) {
            var batch = step.batch(manager, AdversarialFitTest.twoClouds(), random);
            var made = ParametersFile.write(making);
            var judged = ParametersFile.write(judging);

            step.teachDiscriminator(manager, batch);

            var judgedBetter = ParametersFile.write(judging);
            assertThat(ParametersFile.write(making)).isEqualTo(made);
            assertThat(judgedBetter).isNotEqualTo(judged);

            step.teachGenerator(manager, batch);

            assertThat(ParametersFile.write(making)).isNotEqualTo(made);
            assertThat(ParametersFile.write(judging)).isEqualTo(judgedBetter);
        }
    }

    private int held() {
        return maker.getManager().getManagedArrays().size()
                + judge.getManager().getManagedArrays().size()
                + making.getNDManager().getManagedArrays().size()
                + judging.getNDManager().getManagedArrays().size();
    }

    private static Trainer trainer(Model model, Network network) {
        var trainer = model.newTrainer(new DefaultTrainingConfig(Loss.sigmoidBinaryCrossEntropyLoss()));
        trainer.initialize(new Shape(1).addAll(network.inputShape()));
        return trainer;
    }
}
