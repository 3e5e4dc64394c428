package io.timbre.signal.spectrum;

import static io.timbre.signal.spectrum.Lanes.broadcast;
import static io.timbre.signal.spectrum.Lanes.load;
import static io.timbre.signal.spectrum.Lanes.store;

import jdk.incubator.vector.FloatVector;

/** Any power of two, many frames at once, by {@link VectorFft}. */
final class VectorFrameKernel implements FrameKernel {
    /** So many frames of 2048 samples every 512 are transposed to 160 KiB, which stay in L2. */
    private static final int FRAMES_TRANSPOSED = 64;

    private final StftParameters parameters;
    private final float[] halfWindow;
    private final VectorFft fft;

    VectorFrameKernel(StftParameters parameters) {
        this.parameters = parameters;
        this.fft = new VectorFft(parameters.fftSize());
        this.halfWindow = parameters.window();
        for (int n = 0; n < halfWindow.length; n++) {
            // Exactly undoes that the transform is twice the spectrum.
            halfWindow[n] /= 2;
        }
    }

    @Override
    public void transform(float[] samples, int from, int to, ComplexSpectrogram output) {
        forEachBlock(samples, from, to, (spectra, frame, live) -> {
            for (int bin = 0; bin < output.bins(); bin++) {
                int at = fft.position(bin);
                store(load(spectra, at), output.real(), bin * output.frames() + frame, live);
                store(load(spectra, at + Lanes.COUNT), output.imaginary(), bin * output.frames() + frame, live);
            }
        });
    }

    @Override
    public void power(float[] samples, int from, int to, Spectrogram output) {
        forEachBlock(samples, from, to, (spectra, frame, live) -> {
            for (int bin = 0; bin < output.bands(); bin++) {
                store(power(spectra, fft.position(bin)), output.values(), bin * output.frames() + frame, live);
            }
        });
    }

    @Override
    public void magnitude(float[] samples, int from, int to, Spectrogram output) {
        forEachBlock(samples, from, to, (spectra, frame, live) -> {
            for (int bin = 0; bin < output.bands(); bin++) {
                FloatVector magnitude = power(spectra, fft.position(bin)).sqrt();
                store(magnitude, output.values(), bin * output.frames() + frame, live);
            }
        });
    }

    @Override
    public void mel(float[] samples, int from, int to, MelBank bank, Spectrogram output) {
        forEachBlock(samples, from, to, (spectra, frame, live) -> {
            for (int band = 0; band < output.bands(); band++) {
                float[] weights = bank.weights(band);
                int first = bank.firstBin(band);
                FloatVector energy = broadcast(0);
                for (int i = 0; i < weights.length; i++) {
                    energy = power(spectra, fft.position(first + i))
                            .mul(weights[i])
                            .add(energy);
                }
                store(energy, output.values(), band * output.frames() + frame, live);
            }
        });
    }

    private static FloatVector power(float[] spectra, int at) {
        FloatVector real = load(spectra, at);
        FloatVector imaginary = load(spectra, at + Lanes.COUNT);
        return real.mul(real).add(imaginary.mul(imaginary));
    }

    private interface BlockConsumer {
        /** Takes the spectra of as many frames as are live, from {@code frame} on, one a lane. */
        void accept(float[] spectra, int frame, int live);
    }

    private void forEachBlock(float[] samples, int from, int to, BlockConsumer consumer) {
        var columns = new FrameColumns(parameters, FRAMES_TRANSPOSED);
        int[] positions = columns.positions(parameters.fftSize());
        float[] work = new float[fft.workLength()];
        for (int run = from; run < to; run += FRAMES_TRANSPOSED) {
            columns.fill(samples, run * parameters.hopLength() - parameters.leadIn());
            int end = Math.min(to, run + FRAMES_TRANSPOSED);
            for (int frame = run; frame < end; frame += Lanes.COUNT) {
                window(columns.values(), positions, frame - run, work);
                fft.transform(work);
                consumer.accept(work, frame, Math.min(Lanes.COUNT, end - frame));
            }
        }
    }

    private void window(float[] columns, int[] positions, int frame, float[] work) {
        for (int n = 0; n < halfWindow.length; n++) {
            load(columns, positions[n] + frame).mul(halfWindow[n]).intoArray(work, n * Lanes.COUNT);
        }
    }
}
