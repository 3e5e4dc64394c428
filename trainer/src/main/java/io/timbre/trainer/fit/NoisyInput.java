package io.timbre.trainer.fit;

import io.timbre.networks.table.Network;
import java.util.Random;

/** What a generator takes: standard normal noise, and behind it the condition. */
final class NoisyInput {

    private NoisyInput() {}

    static float[] of(Network generator, float[] condition, Random random) {
        var input = new float[generator.inputSize()];
        int noise = input.length - condition.length;
        for (int i = 0; i < noise; i++) {
            input[i] = (float) random.nextGaussian();
        }
        System.arraycopy(condition, 0, input, noise, condition.length);
        return input;
    }
}
