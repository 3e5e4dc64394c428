package io.timbre.signal.spectrum;

/**
 * Power in mel bands, shape (bands, frames).
 *
 * <p>Agrees with {@code librosa.feature.melspectrogram(y=y, power=2)} of librosa 0.11. Immutable and safe to share
 * between threads.
 */
public final class MelSpectrogram {
    private final StftParameters parameters;
    private final MelBank bank;
    private final FrameKernel kernel;

    /** @throws IllegalArgumentException if the bank is for another size of frames */
    public MelSpectrogram(StftParameters parameters, MelBank bank) {
        this(parameters, bank, Kernels.frames(parameters));
    }

    MelSpectrogram(StftParameters parameters, MelBank bank, FrameKernel kernel) {
        if (bank.bins() != parameters.bins()) {
            throw new IllegalArgumentException(
                    "bins of the bank must be " + parameters.bins() + ": were " + bank.bins());
        }
        this.parameters = parameters;
        this.bank = bank;
        this.kernel = kernel;
    }

    /** librosa's defaults: 2048 samples a frame, every 512, centred, so many of Slaney's bands. */
    public static MelSpectrogram standard(int sampleRateHz, int bands) {
        StftParameters parameters = StftParameters.centred(2048, 512);
        return new MelSpectrogram(
                parameters, MelBank.of(MelParameters.standard(sampleRateHz, parameters.fftSize(), bands)));
    }

    public int bands() {
        return bank.bands();
    }

    /** @throws IllegalArgumentException if there are too few samples for a frame */
    public Spectrogram power(float[] samples) {
        int frames = parameters.frames(samples.length);
        Spectrogram output = Spectrogram.empty(bank.bands(), frames);
        kernel.mel(samples, 0, frames, bank, output);
        return output;
    }
}
