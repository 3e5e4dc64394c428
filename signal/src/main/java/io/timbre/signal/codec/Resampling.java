package io.timbre.signal.codec;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;

import io.timbre.signal.Audio;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;

/** Changes the sample rate of a sound in memory, with the very filter that {@link AudioDecoder} uses. */
public final class Resampling {
    private static final int BLOCK = 1 << 14;

    private Resampling() {}

    /**
     * Returns the sound at another rate; itself if it has that rate already.
     *
     * @throws IllegalArgumentException if a rate is not one that sound has, 1 to 768 kHz
     */
    public static Audio toRate(Audio audio, int sampleRateHz) {
        if (audio.sampleRateHz() == sampleRateHz) {
            return audio;
        }
        AVFrame frame = frame(audio.sampleRateHz());
        try (var resampler = new MonoResampler(sampleRateHz)) {
            float[] samples = audio.samples();
            for (int start = 0; start < samples.length; start += BLOCK) {
                int count = Math.min(BLOCK, samples.length - start);
                new FloatPointer(frame.data(0)).put(samples, start, count);
                frame.nb_samples(count);
                resampler.accept(frame);
            }
            resampler.flush();
            return new Audio(resampler.samples().toArray(), sampleRateHz);
        } catch (UndecodableException e) {
            throw new IllegalArgumentException(
                    "cannot resample from " + audio.sampleRateHz() + " to " + sampleRateHz + " Hz", e);
        } finally {
            av_frame_free(frame);
        }
    }

    private static AVFrame frame(int sampleRateHz) {
        AVFrame frame = av_frame_alloc();
        frame.format(AV_SAMPLE_FMT_FLT);
        frame.sample_rate(sampleRateHz);
        frame.nb_samples(BLOCK);
        av_channel_layout_default(frame.ch_layout(), 1);
        av_frame_get_buffer(frame, 0);
        return frame;
    }
}
