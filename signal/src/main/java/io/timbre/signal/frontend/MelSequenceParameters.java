package io.timbre.signal.frontend;

import io.timbre.signal.spectrum.Decibels;
import io.timbre.signal.spectrum.MelSpectrogram;
import java.util.OptionalInt;

/**
 * Everything that the numbers of {@link MelSequence} depend on.
 *
 * @param sampleRateHz rate of the samples
 * @param fftSize samples a frame, even
 * @param hopLength samples between frames
 * @param melBands Slaney's filters from 0 Hz to half the sample rate
 * @param rangeDb what lies further below the loudest band of the track is raised to there
 * @param maxFrames at most so many, the first ones; if empty, all
 */
public record MelSequenceParameters(
        int sampleRateHz, int fftSize, int hopLength, int melBands, double rangeDb, OptionalInt maxFrames) {

    public MelSequenceParameters {
        maxFrames.ifPresent(most -> Requirements.requirePositive("maxFrames", most));
    }

    /** All frames of 128 bands, 2048 samples each, every 512 at 22,050 Hz. */
    public static MelSequenceParameters standard() {
        return new MelSequenceParameters(22_050, 2048, 512, 128, 80, OptionalInt.empty());
    }

    /** The first 174 frames, about 4 s, which is what Lee's network was given. */
    public static MelSequenceParameters lee() {
        return new MelSequenceParameters(22_050, 2048, 512, 128, 80, OptionalInt.of(174));
    }

    MelSpectrogram melSpectrogram() {
        return MelSpectrogram.centred(sampleRateHz, fftSize, hopLength, melBands);
    }

    Decibels decibels() {
        return Decibels.belowLoudest(rangeDb);
    }
}
