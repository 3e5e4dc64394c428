package io.timbre.signal.codec;

import io.timbre.signal.SampleSink;
import io.timbre.signal.codec.UndecodableException.Fault;
import io.timbre.signal.resample.Resampler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Decodes WAV, AIFF, AU, FLAC, MP3, Ogg (Vorbis, Opus, FLAC), AAC, M4A (AAC, ALAC), WMA and Matroska in this process.
 * What a file is, its bytes say, not its name.
 *
 * <p>The channels' mean is taken, and the encoders' padding cut away where the file says how long it is, as
 * {@code librosa.load} does; {@link Resampler} has the response of its resampler.
 *
 * <p>FFmpeg does the work, on the calling thread; a crash of it would be ours, see {@link IsolatedDecoder}.
 */
public final class AudioDecoder implements Decoder {
    private final DecodeLimits limits;

    public AudioDecoder(DecodeLimits limits) {
        this.limits = limits;
    }

    @Override
    public DecodedTrack decode(Path file, int sampleRateHz, SampleSink sink) throws IOException, UndecodableException {
        requireBytes(file);
        try (var deadline = Deadline.after(limits.maxWallTime());
                var container = Container.open(file, deadline);
                var decoder = StreamDecoder.open(container, limits);
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
