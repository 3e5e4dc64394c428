package io.timbre.trainer.experiment.vanmieghem;

import io.timbre.signal.frontend.SegmentFrontEnd;
import io.timbre.signal.frontend.Segmentation;
import io.timbre.signal.spectrum.MelSpectrogram;
import io.timbre.signal.spectrum.Mfcc;

/**
 * Mel-frequency cepstral coefficients of a segment as a picture: (13 coefficients, a frame every 100 ms), so that it is
 * about as large as the twelve bands.
 */
final class MfccPicture implements SegmentFrontEnd {

    private final Parameters parameters;
    private final Mfcc mfcc;

    private MfccPicture(Parameters parameters) {
        this.parameters = parameters;
        this.mfcc = new Mfcc(
                MelSpectrogram.centred(
                        parameters.sampleRateHz(), parameters.fftSize(), parameters.hopLength(), parameters.melBands()),
                parameters.coefficients());
    }

    static MfccPicture ofSeconds(int seconds) {
        int sampleRateHz = 22_050;
        return new MfccPicture(new Parameters(
                sampleRateHz,
                4096,
                sampleRateHz / 10,
                40,
                13,
                new Segmentation(seconds * sampleRateHz, 16, 120 * sampleRateHz, 30 * sampleRateHz)));
    }

    /** Everything that the numbers depend on. */
    record Parameters(
            int sampleRateHz, int fftSize, int hopLength, int melBands, int coefficients, Segmentation segmentation) {}

    @Override
    public String name() {
        return "mfcc-" + parameters.coefficients() + "x" + segmentShape()[1];
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public int numbersVersion() {
        return 1;
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
        return new int[] {parameters.coefficients(), 1 + segmentSamples() / parameters.hopLength()};
    }

    @Override
    public float[] transform(float[] samples) {
        return mfcc.of(samples).values();
    }
}
