package io.timbre.signal.codec;

import io.timbre.signal.Audio;
import io.timbre.signal.SampleSink;
import io.timbre.signal.resample.Resampler;
import io.timbre.signal.resample.SampleBuffer;
import java.io.IOException;
import java.nio.file.Path;

/** Reads audio files as one channel of floats. Safe to share between threads. */
public interface Decoder {
    /**
     * Decodes one file bit by bit, for which no more memory is needed however long it is.
     *
     * @param sampleRateHz wanted sample rate, {@value Resampler#MIN_RATE_HZ} to {@value Resampler#MAX_RATE_HZ}
     * @param sink told what the file says of its length, then given the samples; all for nothing if an exception ends it
     * @throws UndecodableException if these bytes can never be decoded within the limits
     * @throws IOException if the file is missing or cannot be read, which says nothing about its bytes
     */
    DecodedTrack decode(Path file, int sampleRateHz, SampleSink sink) throws IOException, UndecodableException;

    /**
     * Decodes one file whole.
     *
     * @param sampleRateHz wanted sample rate, {@value Resampler#MIN_RATE_HZ} to {@value Resampler#MAX_RATE_HZ}
     * @throws UndecodableException if these bytes can never be decoded within the limits
     * @throws IOException if the file is missing or cannot be read, which says nothing about its bytes
     */
    default DecodedAudio decode(Path file, int sampleRateHz) throws IOException, UndecodableException {
        var samples = new SampleBuffer();
        DecodedTrack track = decode(file, sampleRateHz, samples);
        return new DecodedAudio(
                new Audio(samples.toArray(), sampleRateHz),
                track.codec(),
                track.sourceSampleRateHz(),
                track.sourceChannels());
    }
}
