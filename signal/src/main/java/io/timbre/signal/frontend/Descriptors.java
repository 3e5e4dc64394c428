package io.timbre.signal.frontend;

import io.timbre.signal.Audio;
import io.timbre.signal.descriptor.Chroma;
import io.timbre.signal.descriptor.HarmonicPercussive;
import io.timbre.signal.descriptor.Moments;
import io.timbre.signal.descriptor.OnsetStrength;
import io.timbre.signal.descriptor.Padding;
import io.timbre.signal.descriptor.RootMeanSquare;
import io.timbre.signal.descriptor.SpectralBandwidth;
import io.timbre.signal.descriptor.SpectralCentroid;
import io.timbre.signal.descriptor.SpectralRollOff;
import io.timbre.signal.descriptor.Tempo;
import io.timbre.signal.descriptor.ZeroCrossingRate;
import io.timbre.signal.frontend.UnusableAudioException.Fault;
import io.timbre.signal.spectrum.Decibels;
import io.timbre.signal.spectrum.MelBank;
import io.timbre.signal.spectrum.MelParameters;
import io.timbre.signal.spectrum.MelSpectrogram;
import io.timbre.signal.spectrum.Mfcc;
import io.timbre.signal.spectrum.Spectrogram;
import io.timbre.signal.spectrum.Stft;
import io.timbre.signal.spectrum.StftParameters;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The 57 numbers of the well-known table of GTZAN's tracks, shape (57): mean and variance of 28 features, and the tempo.
 *
 * <p>The table was made with a librosa before 0.10, which reflected the sound at its ends. Of the six of the table's own
 * recordings that were at hand whole, every column agrees with it to rounding; {@code docs/descriptors.md} says how
 * closely, column by column. Unlike the table, no more than the middle of a long track is described: the table's recordings are excerpts of 30 s, and a model
 * that was trained on them expects no other.
 *
 * @see "G. Tzanetakis and P. Cook, Musical genre classification of audio signals, 2002"
 */
public final class Descriptors implements TrackFrontEnd {
    private static final String NAME = "descriptors-57";
    private static final int NUMBERS_VERSION = 1;
    private static final int COEFFICIENTS = 20;
    private static final List<String> COLUMNS = columnNames();
    private static final Decibels DECIBELS = Decibels.absolute().withRange(80);

    private final DescriptorsParameters parameters;
    private final Stft stft;
    private final MelSpectrogram melSpectrogram;
    private final Mfcc mfcc;
    private final Tempo tempo;

    public Descriptors(DescriptorsParameters parameters) {
        this.parameters = parameters;
        // What lies outside the sound is added by hand.
        StftParameters frames = StftParameters.uncentred(parameters.fftSize(), parameters.hopLength());
        this.stft = new Stft(frames);
        this.melSpectrogram = new MelSpectrogram(
                frames,
                MelBank.of(MelParameters.standard(
                        parameters.sampleRateHz(), parameters.fftSize(), parameters.melBands())));
        this.mfcc = new Mfcc(melSpectrogram, COEFFICIENTS);
        this.tempo = new Tempo(parameters.sampleRateHz(), parameters.hopLength());
    }

    public static Descriptors standard() {
        return new Descriptors(DescriptorsParameters.standard());
    }

    /** What the table calls them, in its order, which is that of the values. */
    public static List<String> columns() {
        return COLUMNS;
    }

    private static List<String> columnNames() {
        List<String> names = new ArrayList<>();
        Stream.of(
                        "chroma_stft",
                        "rms",
                        "spectral_centroid",
                        "spectral_bandwidth",
                        "rolloff",
                        "zero_crossing_rate",
                        "harmony",
                        "perceptr")
                .forEach(feature -> addMoments(feature, names));
        names.add("tempo");
        IntStream.rangeClosed(1, COEFFICIENTS).forEach(k -> addMoments("mfcc" + k, names));
        return List.copyOf(names);
    }

    private static void addMoments(String feature, List<String> names) {
        names.add(feature + "_mean");
        names.add(feature + "_var");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public DescriptorsParameters parameters() {
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
    public Features transform(Audio audio) throws UnusableAudioException {
        Requirements.requireRate(audio, sampleRateHz());
        Requirements.requireFinite(Loudness.of(audio));
        float[] samples = middle(audio.samples());
        Requirements.requireAudible(new Audio(samples, sampleRateHz()));
        if (samples.length < parameters.fftSize()) {
            throw new UnusableAudioException(
                    Fault.TOO_SHORT, "fewer than " + parameters.fftSize() + " samples: " + samples.length);
        }
        return new Features(describe(samples), COLUMNS.size());
    }

    private float[] middle(float[] samples) {
        int kept = Math.min(samples.length, parameters.maxSamples());
        int first = (samples.length - kept) / 2;
        return Arrays.copyOfRange(samples, first, first + kept);
    }

    private float[] describe(float[] samples) {
        FloatBuffer row = FloatBuffer.allocate(COLUMNS.size());
        float[] padded = Padding.REFLECT.pad(samples, parameters.fftSize() / 2);
        Spectrogram power = stft.power(padded);
        Spectrogram decibels = DECIBELS.of(melSpectrogram.power(padded));
        put(row, Chroma.of(power, sampleRateHz()).values());
        put(row, RootMeanSquare.of(samples, parameters.fftSize(), parameters.hopLength()));
        putShape(row, magnitude(power));
        put(row, ZeroCrossingRate.of(samples, parameters.fftSize(), parameters.hopLength()));
        HarmonicPercussive parts = HarmonicPercussive.of(samples, parameters.fftSize(), parameters.hopLength());
        put(row, parts.harmonic());
        put(row, parts.percussive());
        row.put((float) tempo.beatsPerMinute(onsetStrength(decibels)));
        putRows(row, mfcc.ofDecibels(decibels));
        return row.array();
    }

    private void putShape(FloatBuffer row, Spectrogram magnitude) {
        float[] centroid = SpectralCentroid.of(magnitude, sampleRateHz());
        put(row, centroid);
        put(row, SpectralBandwidth.of(magnitude, centroid, sampleRateHz()));
        put(row, SpectralRollOff.of(magnitude, parameters.rollOffShare(), sampleRateHz()));
    }

    private float[] onsetStrength(Spectrogram decibels) {
        return OnsetStrength.of(decibels, parameters.fftSize() / 2 / parameters.hopLength());
    }

    private static Spectrogram magnitude(Spectrogram power) {
        float[] magnitude = new float[power.values().length];
        for (int i = 0; i < magnitude.length; i++) {
            magnitude[i] = (float) Math.sqrt(power.values()[i]);
        }
        return new Spectrogram(magnitude, power.bands(), power.frames());
    }

    private static void putRows(FloatBuffer row, Spectrogram spectrogram) {
        int frames = spectrogram.frames();
        for (int band = 0; band < spectrogram.bands(); band++) {
            put(row, Arrays.copyOfRange(spectrogram.values(), band * frames, (band + 1) * frames));
        }
    }

    private static void put(FloatBuffer row, float[] values) {
        Moments moments = Moments.of(values);
        row.put((float) moments.mean()).put((float) moments.variance());
    }
}
