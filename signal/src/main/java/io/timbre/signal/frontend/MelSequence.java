package io.timbre.signal.frontend;

import io.timbre.signal.Audio;
import io.timbre.signal.spectrum.Decibels;
import io.timbre.signal.spectrum.MelSpectrogram;

/**
 * Power in mel bands over time, in decibels below the loudest band of the track: (frames, 128), one row every 23 ms, from
 * -80 to 0.
 *
 * <p>Lee fed this to an LSTM. Agrees with {@code librosa.power_to_db(librosa.feature.melspectrogram(y=y, sr=22050),
 * ref=numpy.max).T} of librosa 0.11 to 1e-3 dB. Not {@link LogMel}, which is relative to no level and comes in segments.
 *
 * <p>If only the first frames are kept, the loudest band is still that of the whole track.
 */
public final class MelSequence implements TrackFrontEnd {
    private static final int NUMBERS_VERSION = 1;

    private final MelSequenceParameters parameters;
    private final MelSpectrogram melSpectrogram;
    private final Decibels decibels;

    public MelSequence(MelSequenceParameters parameters) {
        this.parameters = parameters;
        this.melSpectrogram = parameters.melSpectrogram();
        this.decibels = parameters.decibels();
    }

    public static MelSequence standard() {
        return new MelSequence(MelSequenceParameters.standard());
    }

    @Override
    public String name() {
        return "mel";
    }

    @Override
    public MelSequenceParameters parameters() {
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
        return Features.timeMajor(decibels.of(melSpectrogram.power(audio.samples())), parameters.maxFrames());
    }
}
