package io.timbre.signal.descriptor;

import io.timbre.signal.spectrum.Spectrogram;

/**
 * How much of each frame's power lies in each of the twelve pitch classes, shape (12, frames), C first, the strongest
 * of every frame being 1. Where the classes lie is estimated from the whole recording ({@link Tuning}).
 *
 * <p>Agrees with {@code librosa.feature.chroma_stft(S=power)}. A silent frame has 0 of each.
 */
public final class Chroma {
    private Chroma() {}

    /** @param power linear spectrogram whose last bin is at half the sample rate */
    public static Spectrogram of(Spectrogram power, int sampleRateHz) {
        double tuning = Tuning.semitones(power, sampleRateHz);
        float[][] weights = ChromaBank.weights(sampleRateHz, 2 * (power.bands() - 1), tuning);
        int frames = power.frames();
        float[] values = new float[ChromaBank.CLASSES * frames];
        for (int pitchClass = 0; pitchClass < ChromaBank.CLASSES; pitchClass++) {
            for (int bin = 0; bin < power.bands(); bin++) {
                float weight = weights[pitchClass][bin];
                for (int frame = 0; frame < frames; frame++) {
                    values[pitchClass * frames + frame] += weight * power.values()[bin * frames + frame];
                }
            }
        }
        scaleToStrongest(values, frames);
        return new Spectrogram(values, ChromaBank.CLASSES, frames);
    }

    private static void scaleToStrongest(float[] values, int frames) {
        for (int frame = 0; frame < frames; frame++) {
            float strongest = 0;
            for (int i = frame; i < values.length; i += frames) {
                strongest = Math.max(strongest, values[i]);
            }
            for (int i = frame; strongest >= Float.MIN_NORMAL && i < values.length; i += frames) {
                values[i] /= strongest;
            }
        }
    }
}
