package io.timbre.signal.codec;

import io.timbre.signal.Audio;
import io.timbre.signal.codec.UndecodableException.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads WAV, AIFF, AU, FLAC, MP3, Ogg (Vorbis, Opus, FLAC), M4A and AAC files as one channel of floats at a wanted
 * rate. What a file is, its bytes say, not its name.
 *
 * <p>The channels' mean is taken, and the encoders' padding cut away where the file says how long it is, as
 * {@code librosa.load} does; its resampler (soxr) and this one differ by -65 dB.
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
     * @param sampleRateHz wanted sample rate, positive
     * @throws UndecodableException if these bytes can never be decoded within the limits
     * @throws IOException if the file is missing or cannot be read, which says nothing about its bytes
     */
    public DecodedAudio decode(Path file, int sampleRateHz) throws IOException, UndecodableException {
        if (sampleRateHz <= 0) {
            throw new IllegalArgumentException("sampleRateHz must be > 0: was " + sampleRateHz);
        }
        requireBytes(file);
        try (var deadline = Deadline.after(limits.maxWallTime());
                var container = Container.open(file, deadline);
                var decoder = StreamDecoder.open(container);
                var resampler = new MonoResampler(sampleRateHz)) {
            while (decoder.next()) {
                resampler.accept(decoder.frame());
                requireWithinLimit(resampler.samples().size(), sampleRateHz);
            }
            resampler.flush();
            requireWithinLimit(resampler.samples().size(), sampleRateHz);
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

    private void requireWithinLimit(int samples, int sampleRateHz) throws UndecodableException {
        if (samples > limits.maxDuration().toMillis() / 1e3 * sampleRateHz) {
            throw new UndecodableException(
                    Fault.TOO_LONG, "longer than " + limits.maxDuration().toSeconds() + " s");
        }
    }

    private static DecodedAudio decoded(StreamDecoder decoder, MonoResampler resampler, int sampleRateHz)
            throws UndecodableException {
        if (resampler.samples().size() == 0) {
            throw new UndecodableException(Fault.UNDECODABLE, "no samples in the " + decoder.codecName() + " stream");
        }
        return new DecodedAudio(
                new Audio(resampler.samples().toArray(), sampleRateHz),
                decoder.codecName(),
                resampler.sourceSampleRateHz(),
                resampler.sourceChannels());
    }
}
