package io.timbre.signal.frontend;

import io.timbre.signal.Audio;
import io.timbre.signal.frontend.UnusableAudioException.Fault;

/** What every front end asks of a sound. */
final class Requirements {
    private Requirements() {}

    static void requireRate(Audio audio, int sampleRateHz) {
        if (audio.sampleRateHz() != sampleRateHz) {
            throw new IllegalArgumentException(
                    "sampleRateHz must be " + sampleRateHz + ": was " + audio.sampleRateHz());
        }
    }

    static void requireAudible(Audio audio) throws UnusableAudioException {
        requireAudible(Loudness.measured(audio));
    }

    static void requireAudible(LoudnessMeter loudness) throws UnusableAudioException {
        if (!loudness.isFinite()) {
            throw new UnusableAudioException(Fault.NOT_FINITE, "samples that are not finite");
        }
        if (loudness.isSilent()) {
            throw new UnusableAudioException(
                    Fault.SILENT, "no peak above " + Loudness.SILENCE_DBFS + " dB of full scale");
        }
    }
}
