package io.timbre.signal.frontend;

import io.timbre.signal.Audio;
import io.timbre.signal.spectrum.Mfcc;

/**
 * Mel-frequency cepstral coefficients over time: (frames, 20), one row every 23 ms, the first column being loudness.
 *
 * <p>Chang fed this to a network of convolutions and an LSTM. Agrees with {@code librosa.feature.mfcc(y=y, sr=22050).T}
 * of librosa 0.11 to 1e-3.
 */
public final class MfccSequence implements TrackFrontEnd {
    private static final int NUMBERS_VERSION = 1;

    private final MfccSequenceParameters parameters;
    private final Mfcc mfcc;

    public MfccSequence(MfccSequenceParameters parameters) {
        this.parameters = parameters;
        this.mfcc = parameters.mfcc();
    }

    public static MfccSequence standard() {
        return new MfccSequence(MfccSequenceParameters.standard());
    }

    @Override
    public String name() {
        return "mfcc";
    }

    @Override
    public MfccSequenceParameters parameters() {
        return parameters;
    }

    @Override
    public int numbersVersion() {
        return NUMBERS_VERSION;
    }

    @Override
    public int sampleRateHz() {
        return parameters.sampleRateHz();
    }

    @Override
    public Features transform(Audio audio) throws UnusableAudioException {
        Requirements.requireRate(audio, sampleRateHz());
        Requirements.requireAudible(audio);
        return Features.timeMajor(mfcc.of(audio.samples()), parameters.maxFrames());
    }
}
