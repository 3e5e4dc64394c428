package io.timbre.signal.codec;

import io.timbre.signal.Audio;
import io.timbre.signal.SampleSink;
import io.timbre.signal.codec.UndecodableException.Fault;
import io.timbre.signal.resample.Resampler;
import io.timbre.signal.resample.SampleBuffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads WAV, AIFF, AU, FLAC, MP3, Ogg (Vorbis, Opus, FLAC), M4A and AAC files as one channel of floats at a wanted
 * rate. What a file is, its bytes say, not its name.
 *
 * <p>The channels' mean is taken, and the encoders' padding cut away where the file says how long it is, as
 * {@code librosa.load} does; {@link Resampler} has the response of its resampler.
 *
 * <p>FFmpeg does the work, on the calling thread. Safe to share between threads.
 */
public final class AudioDecoder {
    private final DecodeLimits limits;

    public AudioDecoder(DecodeLimits limits) {
        this.limits = limits;
    }

    /**
     * Decodes one file whole.
     *
     * @param sampleRateHz wanted sample rate, {@value Resampler#MIN_RATE_HZ} to {@value Resampler#MAX_RATE_HZ}
     * @throws UndecodableException if these bytes can never be decoded within the limits
     * @throws IOException if the file is missing or cannot be read, which says nothing about its bytes
     */
    public DecodedAudio decode(Path file, int sampleRateHz) throws IOException, UndecodableException {
        var samples = new SampleBuffer();
        DecodedTrack track = decode(file, sampleRateHz, samples);
        return new DecodedAudio(
                new Audio(samples.toArray(), sampleRateHz),
                track.codec(),
                track.sourceSampleRateHz(),
                track.sourceChannels());
    }

    /**
     * Decodes one file bit by bit, for which no more memory is needed however long it is.
     *
     * @param sampleRateHz wanted sample rate, {@value Resampler#MIN_RATE_HZ} to {@value Resampler#MAX_RATE_HZ}
     * @param sink told what the file says of its length, then given the samples; all for nothing if an exception ends it
     * @throws UndecodableException if these bytes can never be decoded within the limits
     * @throws IOException if the file is missing or cannot be read, which says nothing about its bytes
     */
    public DecodedTrack decode(Path file, int sampleRateHz, SampleSink sink) throws IOException, UndecodableException {
        requireBytes(file);
        try (var deadline = Deadline.after(limits.maxWallTime());
                var container = Container.open(file, deadline);
                var decoder = StreamDecoder.open(container);
                var resampler = new MonoResampler(sampleRateHz, sink)) {
            sink.begin(Math.round(container.claimedSeconds() * sampleRateHz));
            while (decoder.next()) {
                resampler.accept(decoder.frame());
                requireWithinLimit(resampler.produced(), sampleRateHz);
            }
            resampler.finish();
            requireWithinLimit(resampler.produced(), sampleRateHz);
            decoder.requireMostlyWhole();
            return decoded(decoder, resampler, sampleRateHz);
        }
    }

    private static void requireBytes(Path file) throws IOException, UndecodableException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("not a readable file: " + file);
        }
        if (Files.size(file) == 0) {
            throw new UndecodableException(Fault.EMPTY, "no bytes");
        }
    }

    private void requireWithinLimit(long samples, int sampleRateHz) throws UndecodableException {
        if (samples > limits.maxDuration().toMillis() / 1e3 * sampleRateHz) {
            throw new UndecodableException(
                    Fault.TOO_LONG, "longer than " + limits.maxDuration().toSeconds() + " s");
        }
    }

    private static DecodedTrack decoded(StreamDecoder decoder, MonoResampler resampler, int sampleRateHz)
            throws UndecodableException {
        if (resampler.produced() == 0) {
            throw new UndecodableException(Fault.UNDECODABLE, "no samples in the " + decoder.codecName() + " stream");
        }
        return new DecodedTrack(
                (double) resampler.produced() / sampleRateHz,
                decoder.codecName(),
                resampler.sourceSampleRateHz(),
                resampler.sourceChannels());
    }
}
