package io.timbre.signal.spectrum;

import org.jtransforms.fft.FloatFFT_1D;

/** Any even size, one frame after the other, by JTransforms. */
final class PlainFrameKernel implements FrameKernel {
    private final StftParameters parameters;
    private final float[] window;
    private final FloatFFT_1D fft;

    PlainFrameKernel(StftParameters parameters) {
        this.parameters = parameters;
        this.window = parameters.window();
        this.fft = new FloatFFT_1D(parameters.fftSize());
    }

    @Override
    public void transform(float[] samples, int from, int to, ComplexSpectrogram output) {
        forEachFrame(samples, from, to, (frame, packed) -> unpack(packed, frame, output));
    }

    @Override
    public void power(float[] samples, int from, int to, Spectrogram output) {
        float[] power = new float[parameters.bins()];
        forEachFrame(samples, from, to, (frame, packed) -> {
            power(packed, power);
            for (int bin = 0; bin < power.length; bin++) {
                output.values()[bin * output.frames() + frame] = power[bin];
            }
        });
    }

    @Override
    public void magnitude(float[] samples, int from, int to, Spectrogram output) {
        float[] power = new float[parameters.bins()];
        forEachFrame(samples, from, to, (frame, packed) -> {
            power(packed, power);
            for (int bin = 0; bin < power.length; bin++) {
                output.values()[bin * output.frames() + frame] = (float) Math.sqrt(power[bin]);
            }
        });
    }

    @Override
    public void mel(float[] samples, int from, int to, MelBank bank, Spectrogram output) {
        float[] power = new float[parameters.bins()];
        forEachFrame(samples, from, to, (frame, packed) -> {
            power(packed, power);
            for (int band = 0; band < bank.bands(); band++) {
                output.values()[band * output.frames() + frame] = bank.energy(band, power);
            }
        });
    }

    private interface FrameConsumer {
        /** Packed as JTransforms does: bin k at 2k and 2k + 1, but the last bin, which is real, at 1. */
        void accept(int frame, float[] packed);
    }

    private void forEachFrame(float[] samples, int from, int to, FrameConsumer consumer) {
        float[] packed = new float[parameters.fftSize()];
        for (int frame = from; frame < to; frame++) {
            load(samples, frame * parameters.hopLength() - parameters.leadIn(), packed);
            fft.realForward(packed);
            consumer.accept(frame, packed);
        }
    }

    private void load(float[] samples, int first, float[] windowed) {
        for (int n = 0; n < windowed.length; n++) {
            int at = first + n;
            windowed[n] = at >= 0 && at < samples.length ? samples[at] * window[n] : 0;
        }
    }

    private static void unpack(float[] packed, int frame, ComplexSpectrogram output) {
        int last = output.bins() - 1;
        int frames = output.frames();
        output.real()[frame] = packed[0];
        output.real()[last * frames + frame] = packed[1];
        for (int bin = 1; bin < last; bin++) {
            output.real()[bin * frames + frame] = packed[2 * bin];
            output.imaginary()[bin * frames + frame] = packed[2 * bin + 1];
        }
    }

    private static void power(float[] packed, float[] power) {
        int last = power.length - 1;
        power[0] = packed[0] * packed[0];
        power[last] = packed[1] * packed[1];
        for (int bin = 1; bin < last; bin++) {
            float real = packed[2 * bin];
            float imaginary = packed[2 * bin + 1];
            power[bin] = real * real + imaginary * imaginary;
        }
    }
}
