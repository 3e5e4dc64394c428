package io.timbre.trainer.experiment.lee;

import io.timbre.trainer.data.Example;

/**
 * Decibels on a scale that an LSTM learns from in few steps: -80 to 0 dB becomes -2 to 2. As they are they saturate its
 * gates, and after forty steps it is still near chance.
 */
final class LstmInput {

    private static final float MIDDLE_DB = -CoarseMel.RANGE_DB / 2;
    private static final float UNIT_DB = 20;

    private LstmInput() {}

    static Example of(Example decibels) {
        var scaled = new float[decibels.input().length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (decibels.input()[i] - MIDDLE_DB) / UNIT_DB;
        }
        return new Example(decibels.id(), scaled, decibels.targets(), decibels.weights(), decibels.groups());
    }
}
