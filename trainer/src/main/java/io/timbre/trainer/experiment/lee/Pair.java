package io.timbre.trainer.experiment.lee;

import io.timbre.networks.table.Network;
import io.timbre.networks.zoo.Lee;
import java.util.Locale;

/** A generator and a discriminator, and how they are shown spectrograms. */
enum Pair {
    /** Told no genre and shown decibels as they are, which a tanh cannot reach. */
    PUBLISHED("published GAN") {
        @Override
        Network generator(int classes) {
            return Lee.generator(CoarseMel.STEPS);
        }

        @Override
        Network discriminator(int classes) {
            return Lee.discriminator(CoarseMel.STEPS);
        }

        @Override
        float[] condition(int label, int classes) {
            return new float[0];
        }

        @Override
        float shown(float decibels) {
            return decibels;
        }

        @Override
        float decibels(float made) {
            return made;
        }
    },
    /** Told the genre and shown decibels scaled to what a tanh gives, -1 to 1. */
    CONDITIONAL("conditional GAN") {
        @Override
        Network generator(int classes) {
            return Lee.conditionalGenerator(CoarseMel.STEPS, classes);
        }

        @Override
        Network discriminator(int classes) {
            return Lee.conditionalDiscriminator(CoarseMel.STEPS, classes);
        }

        @Override
        float[] condition(int label, int classes) {
            var told = new float[classes];
            told[label] = 1;
            return told;
        }

        @Override
        float shown(float decibels) {
            return decibels / HALF_RANGE_DB + 1;
        }

        @Override
        float decibels(float made) {
            return (made - 1) * HALF_RANGE_DB;
        }
    };

    private static final float HALF_RANGE_DB = CoarseMel.RANGE_DB / 2;

    private final String words;

    Pair(String words) {
        this.words = words;
    }

    /** For reports. */
    String words() {
        return words;
    }

    /** For names of files. */
    String fileWord() {
        return name().toLowerCase(Locale.ROOT);
    }

    abstract Network generator(int classes);

    abstract Network discriminator(int classes);

    /** What both halves are told of a genre. */
    abstract float[] condition(int label, int classes);

    /** What both halves are shown of a value in decibels. */
    abstract float shown(float decibels);

    /** What the LSTM is given of a generated value. */
    abstract float decibels(float made);
}
