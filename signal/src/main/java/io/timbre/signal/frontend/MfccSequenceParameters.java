package io.timbre.signal.frontend;

import io.timbre.signal.spectrum.MelSpectrogram;
import io.timbre.signal.spectrum.Mfcc;
import java.util.OptionalInt;

/**
 * Everything that the numbers of {@link MfccSequence} depend on.
 *
 * @param sampleRateHz rate of the samples
 * @param fftSize samples a frame, even
 * @param hopLength samples between frames
 * @param melBands Slaney's filters from 0 Hz to half the sample rate
 * @param coefficients the first so many, the one of loudness included
 * @param maxFrames at most so many, the first ones; if empty, all
 */
public record MfccSequenceParameters(
        int sampleRateHz, int fftSize, int hopLength, int melBands, int coefficients, OptionalInt maxFrames) {

    public MfccSequenceParameters {
        maxFrames.ifPresent(most -> Requirements.requirePositive("maxFrames", most));
    }

    /** All frames of 20 coefficients of 128 bands, 2048 samples each, every 512 at 22,050 Hz. */
    public static MfccSequenceParameters standard() {
        return new MfccSequenceParameters(22_050, 2048, 512, 128, 20, OptionalInt.empty());
    }

    Mfcc mfcc() {
        return new Mfcc(MelSpectrogram.centred(sampleRateHz, fftSize, hopLength, melBands), coefficients);
    }
}
