package io.timbre.cli;

import io.timbre.features.FeatureExtractor;
import io.timbre.schemas.SegmentValues;
import io.timbre.schemas.avro.TrackFeatures;
import io.timbre.signal.codec.AudioDecoder;
import io.timbre.signal.codec.DecodeLimits;
import io.timbre.signal.codec.Decoder;
import io.timbre.signal.codec.UndecodableException;
import io.timbre.signal.frontend.LogMel;
import io.timbre.signal.spectrum.ComplexSpectrogram;
import io.timbre.signal.spectrum.Decibels;
import io.timbre.signal.spectrum.MelSpectrogram;
import io.timbre.signal.spectrum.Mfcc;
import io.timbre.signal.spectrum.Stft;
import io.timbre.signal.spectrum.StftParameters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** This project's signal code. */
final class Ours implements Contestant {
    private static final int SAMPLE_RATE_HZ = 22_050;
    private static final Decibels DECIBELS = Decibels.belowLoudest(80);

    private final String name;
    private final Decoder decoder;
    private final FeatureExtractor extractor;
    private final MelSpectrogram melSpectrogram = MelSpectrogram.standard(SAMPLE_RATE_HZ, 128);
    private final Mfcc mfcc = Mfcc.standard(SAMPLE_RATE_HZ, 20);
    private final Stft stft2048 = new Stft(StftParameters.centred(2048, 512));
    private final Stft stft512 = new Stft(StftParameters.centred(512, 256));
    private final Map<Path, float[]> keptSamples = new ConcurrentHashMap<>();

    /** Written to, so that no compiler finds the work useless. */
    @SuppressWarnings("unused")
    private volatile Object sink = "";

    /** In this JVM. */
    Ours() {
        this("timbre", new AudioDecoder(new DecodeLimits(Duration.ofHours(1))));
    }

    /** With files decoded elsewhere. */
    Ours(String name, Decoder decoder) {
        this.name = name;
        this.decoder = decoder;
        this.extractor = new FeatureExtractor(decoder, LogMel.standard());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return name + " on Java " + Runtime.version();
    }

    @Override
    public boolean does(SignalTask task) {
        return true;
    }

    @Override
    public Span work(SignalJob job, int times, int lane) throws IOException {
        long began = System.nanoTime();
        for (int i = 0; i < times; i++) {
            sink = run(job);
        }
        return new Span(began, System.nanoTime());
    }

    @Override
    public float[] result(SignalJob job) throws IOException {
        return switch (run(job)) {
            case ComplexSpectrogram spectrum -> concatenated(spectrum.real(), spectrum.imaginary());
            case TrackFeatures features -> concatenated(features);
            case float[] values -> values;
            case Object other -> throw new AssertionError(other);
        };
    }

    private Object run(SignalJob job) throws IOException {
        return switch (job.task()) {
            case DECODE, LOAD -> decoded(job);
            case LOG_MEL -> logMel(samples(job));
            case MFCC -> mfcc.of(samples(job)).values();
            case STFT_2048 -> stft2048.transform(samples(job));
            case STFT_512 -> stft512.transform(samples(job));
            case FILE_TO_LOG_MEL -> logMel(decoded(job));
            case FILE_TO_SEGMENTS -> extractor.extract(job.input(), "", Instant.EPOCH);
        };
    }

    private float[] decoded(SignalJob job) throws IOException {
        try {
            return decoder.decode(job.input(), job.sampleRateHz()).audio().samples();
        } catch (UndecodableException e) {
            throw new CommandFailedException(job.input() + ": " + e.getMessage());
        }
    }

    private float[] logMel(float[] samples) {
        return DECIBELS.of(melSpectrogram.power(samples)).values();
    }

    private float[] samples(SignalJob job) throws IOException {
        var kept = keptSamples.get(job.input());
        if (kept == null) {
            kept = FloatFiles.read(job.input());
            keptSamples.put(job.input(), kept);
        }
        return kept;
    }

    private static float[] concatenated(float[] first, float[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static float[] concatenated(TrackFeatures features) {
        int elements = 1;
        for (int dimension : features.getSegmentShape()) {
            elements *= dimension;
        }
        var all = new float[elements * features.getSegments().size()];
        int end = 0;
        for (var segment : features.getSegments()) {
            var values = SegmentValues.read(segment.getValues(), features.getElementType(), elements);
            System.arraycopy(values, 0, all, end, elements);
            end += elements;
        }
        return all;
    }
}
