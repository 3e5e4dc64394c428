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

    static void requireSegment(float[] samples, SegmentFrontEnd frontEnd) {
        if (samples.length != frontEnd.segmentSamples()) {
            throw new IllegalArgumentException(
                    "samples must be " + frontEnd.segmentSamples() + ": were " + samples.length);
        }
    }

    /** For the parameters of a front end. */
    static void requirePositive(String name, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException(name + " must be > 0: was " + value);
        }
    }

    static void requirePositive(String name, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be > 0: was " + value);
        }
    }

    /** Of a length that is computed: an int must hold it. */
    static void requireInt(String name, long samples) {
        if (samples > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    name + " must be at most " + Integer.MAX_VALUE + " samples: were " + samples);
        }
    }

    static void requireFrame(int fftSize, Segmentation segmentation) {
        if (fftSize < 2 || fftSize % 2 != 0 || fftSize > segmentation.segmentSamples()) {
            throw new IllegalArgumentException(
                    "fftSize must be even and 2 to " + segmentation.segmentSamples() + ": was " + fftSize);
        }
    }

    static void requireAudible(Audio audio) throws UnusableAudioException {
        requireAudible(Loudness.of(audio));
    }

    static void requireAudible(Loudness loudness) throws UnusableAudioException {
        requireFinite(loudness);
        if (loudness.isSilent()) {
            throw new UnusableAudioException(
                    Fault.SILENT, "no peak above " + Loudness.SILENCE_DBFS + " dB of full scale");
        }
    }

    static void requireFinite(Loudness loudness) throws UnusableAudioException {
        if (!loudness.isFinite()) {
            throw new UnusableAudioException(Fault.NOT_FINITE, "samples that are not finite");
        }
    }
}
