package io.timbre.signal.frontend;

import io.timbre.signal.spectrum.Spectrogram;
import io.timbre.signal.spectrum.Stft;
import java.util.stream.IntStream;

/**
 * Magnitude of the short-time Fourier transform, neither logarithmic nor scaled: segments of 4 s at 11,025 Hz become (257
 * bins, 173 frames), bin 0 being 0 Hz and bin 256 half the sample rate.
 *
 * <p>Choi et al. fed this to their convolutional network. Agrees with {@code abs(librosa.stft(y, n_fft=512,
 * hop_length=256))} of librosa 0.11 to 1e-5 of the largest magnitude. Frames are centred, so the first and the last reach
 * beyond the segment: there are zeros, where librosa mirrored the sound in the years of the paper.
 *
 * @see "K. Choi, G. Fazekas and M. Sandler, Explaining deep convolutional neural networks on music classification, 2016"
 */
public final class StftMagnitude implements AudibleFrontEnd {
    private static final int NUMBERS_VERSION = 1;

    private final StftMagnitudeParameters parameters;
    private final Stft stft;
    private final Amplifier amplifier;

    public StftMagnitude(StftMagnitudeParameters parameters) {
        this.parameters = parameters;
        this.stft = new Stft(parameters.stft());
        this.amplifier = new Amplifier(parameters.stft());
    }

    public static StftMagnitude standard() {
        return new StftMagnitude(StftMagnitudeParameters.standard());
    }

    @Override
    public String name() {
        int[] shape = segmentShape();
        return "stft-" + shape[0] + "x" + shape[1];
    }

    @Override
    public StftMagnitudeParameters parameters() {
        return parameters;
    }

    @Override
    public int numbersVersion() {
        return NUMBERS_VERSION;
    }

    @Override
    public int sampleRateHz() {
        return parameters.sampleRateHz();
    }

    @Override
    public Segmentation segmentation() {
        return parameters.segmentation();
    }

    @Override
    public int[] segmentShape() {
        var stftParameters = parameters.stft();
        return new int[] {stftParameters.bins(), stftParameters.frames(segmentSamples())};
    }

    @Override
    public float[] transform(float[] samples) {
        Requirements.requireSegment(samples, this);
        return stft.magnitude(samples).values();
    }

    @Override
    public double[] bandCentresHz() {
        double binHz = (double) parameters.sampleRateHz() / parameters.fftSize();
        return IntStream.range(0, parameters.stft().bins())
                .mapToDouble(bin -> bin * binHz)
                .toArray();
    }

    @Override
    public double secondsPerFrame() {
        return (double) parameters.hopLength() / parameters.sampleRateHz();
    }

    @Override
    public boolean isLogarithmic() {
        return false;
    }

    @Override
    public float[] amplified(float[] samples, float[] gains) {
        Requirements.requireSegment(samples, this);
        int[] shape = segmentShape();
        return amplifier.amplified(samples, new Spectrogram(gains, shape[0], shape[1]));
    }
}
