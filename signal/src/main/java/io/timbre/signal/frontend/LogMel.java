package io.timbre.signal.frontend;

import io.timbre.signal.spectrum.Decibels;
import io.timbre.signal.spectrum.MelBank;
import io.timbre.signal.spectrum.MelSpectrogram;
import io.timbre.signal.spectrum.Spectrogram;

/**
 * Energy in mel bands, in decibels: segments of 2 s at 22,050 Hz become (128 bands, 87 frames).
 *
 * <p>A frame is 2048 samples under a periodic Hann window, every 512; frames are centred, with zeros outside the
 * segment. Its power is summed over {@link MelBank}'s filters and becomes {@code 10 log10(max(1e-10, power))}: no
 * reference level, no cut below the loudest, so that a band's value means the same in every track.
 *
 * <p>Agrees with {@code librosa.power_to_db(librosa.feature.melspectrogram(y, sr=22050), ref=1, top_db=None)} of
 * librosa 0.11 to 1e-3 dB wherever a band is within 70 dB of the loudest of its frame; below that the rounding of a float
 * transform shows: 1e-2 dB down to 100 dB below, 0.3 dB at 130 dB below.
 */
public final class LogMel implements AudibleFrontEnd {
    private static final String NAME = "log-mel";
    private static final int NUMBERS_VERSION = 1;

    private final LogMelParameters parameters;
    private final Segmentation segmentation;
    private final MelBank bank;
    private final MelSpectrogram melSpectrogram;
    private final Decibels decibels;
    private final Amplifier amplifier;

    public LogMel(LogMelParameters parameters) {
        this.parameters = parameters;
        this.segmentation = parameters.segmentation();
        this.bank = MelBank.of(parameters.mel());
        this.melSpectrogram = new MelSpectrogram(parameters.stft(), bank);
        this.decibels = Decibels.absolute().withMinPower(parameters.floorPower());
        this.amplifier = new Amplifier(parameters.stft());
    }

    public static LogMel standard() {
        return new LogMel(LogMelParameters.standard());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public LogMelParameters parameters() {
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
        return segmentation;
    }

    @Override
    public int[] segmentShape() {
        return new int[] {parameters.melBands(), parameters.frames()};
    }

    @Override
    public float[] transform(float[] samples) {
        Requirements.requireSegment(samples, this);
        return decibels.of(melSpectrogram.power(samples)).values();
    }

    @Override
    public double[] bandCentresHz() {
        return bank.centresHz();
    }

    @Override
    public double secondsPerFrame() {
        return (double) parameters.hopLength() / parameters.sampleRateHz();
    }

    @Override
    public boolean isLogarithmic() {
        return true;
    }

    @Override
    public float[] amplified(float[] samples, float[] gains) {
        Requirements.requireSegment(samples, this);
        var bandGains = new Spectrogram(gains, parameters.melBands(), parameters.frames());
        return amplifier.amplified(samples, bank.spread(bandGains));
    }
}
