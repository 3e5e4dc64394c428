package io.timbre.signal.codec;

import io.timbre.signal.SampleSink;
import io.timbre.signal.codec.UndecodableException.Fault;
import io.timbre.signal.resample.Resampler;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Frames of any format, rate and channel count to one channel of floats at one rate. A stream may change its format on
 * the way (concatenated MP3s do): each stretch is resampled on its own.
 */
final class MonoResampler implements AutoCloseable {
    private final int sampleRateHz;
    private final SampleSink sink;
    private final MonoMix mix = new MonoMix();
    private FrameFormat source = FrameFormat.NONE;
    private Resampler stretch;
    private long produced;

    MonoResampler(int sampleRateHz, SampleSink sink) {
        this.sampleRateHz = sampleRateHz;
        this.sink = sink;
        this.stretch = resampler(sampleRateHz);
    }

    private Resampler resampler(int sourceSampleRateHz) {
        return new Resampler(sourceSampleRateHz, sampleRateHz, (samples, start, count) -> {
            produced += count;
            sink.accept(samples, start, count);
        });
    }

    int sourceSampleRateHz() {
        return source.sampleRateHz();
    }

    int sourceChannels() {
        return source.channels();
    }

    /** How many samples came out so far; all of them after {@link #finish()}. */
    long produced() {
        return produced;
    }

    void accept(AVFrame frame) throws UndecodableException {
        var format = FrameFormat.of(frame);
        if (!format.equals(source)) {
            finish();
            start(format);
        }
        int count = mix.mix(frame);
        stretch.accept(mix.samples(), 0, count);
    }

    /** Lets out what the filter still holds. */
    void finish() {
        stretch.finish();
    }

    private void start(FrameFormat format) throws UndecodableException {
        if (format.sampleRateHz() < Resampler.MIN_RATE_HZ || format.sampleRateHz() > Resampler.MAX_RATE_HZ) {
            throw new UndecodableException(
                    Fault.UNDECODABLE,
                    "sample rate must be " + Resampler.MIN_RATE_HZ + " to " + Resampler.MAX_RATE_HZ + " Hz: was "
                            + format.sampleRateHz());
        }
        mix.start(format);
        var next = resampler(format.sampleRateHz());
        stretch.close();
        stretch = next;
        source = format;
    }

    @Override
    public void close() {
        stretch.close();
        mix.close();
    }
}
