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

    /** librosa's defaults: so many of Slaney's bands of centred frames of 2048 samples, every 512. */
    public static MelSpectrogram standard(int sampleRateHz, int bands) {
        return centred(sampleRateHz, 2048, 512, bands);
    }

    /** So many of Slaney's bands of centred frames. */
    public static MelSpectrogram centred(int sampleRateHz, int fftSize, int hopLength, int bands) {
        return new MelSpectrogram(
                StftParameters.centred(fftSize, hopLength),
                MelBank.of(MelParameters.standard(sampleRateHz, fftSize, bands)));
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
