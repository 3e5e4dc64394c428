package io.timbre.cli.explanation;

import io.timbre.explain.answer.Artifact;
import io.timbre.explain.subject.Recording;
import io.timbre.signal.Audio;
import io.timbre.signal.codec.AudioDecoder;
import io.timbre.signal.codec.DecodeLimits;
import io.timbre.signal.codec.UndecodableException;
import io.timbre.signal.spectrum.Stft;
import io.timbre.signal.spectrum.StftParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;

/** What the way from a sound through its spectrogram to a WAV file does to it. */
final class RoundTrip {
    private static final AudioDecoder DECODER = new AudioDecoder(new DecodeLimits(Duration.ofMinutes(20)));
    private static final StftParameters FRAMES = StftParameters.centred(2048, 512);

    private RoundTrip() {}

    /** Signal to noise of the sound that a mask of ones gives, before it is written, dB. */
    static double signalToNoise(Recording recording) {
        var original = recording.endToEnd();
        var heard = masked(recording, 0, Double.MAX_VALUE);
        double signal = 0;
        double noise = 0;
        for (int i = 0; i < heard.samples().length; i++) {
            double sample = original.samples()[i];
            signal += sample * sample;
            noise += Math.pow(sample - heard.samples()[i], 2);
        }
        return 10 * Math.log10(signal / noise);
    }

    /** The share of samples of a recording of 16 bits that are others in the file that a mask of ones gives. */
    static double changedSamples(Recording recording) throws IOException {
        var original = recording.endToEnd().samples();
        var heard = written(masked(recording, 0, Double.MAX_VALUE)).samples();
        int changed = 0;
        for (int i = 0; i < original.length; i++) {
            changed += original[i] == heard[i] ? 0 : 1;
        }
        return (double) changed / original.length;
    }

    /**
     * The share of the energy that lies between two frequencies, once a mask has kept the bands between them and nothing
     * else, in the file.
     */
    static double energyShare(Recording recording, double fromHz, double toHz) throws IOException {
        var heard = written(masked(recording, fromHz, toHz));
        var power = new Stft(FRAMES).power(heard.samples());
        double binHz = (double) heard.sampleRateHz() / FRAMES.fftSize();
        double all = 0;
        double within = 0;
        for (int bin = 0; bin < power.bands(); bin++) {
            for (int frame = 0; frame < power.frames(); frame++) {
                all += power.at(bin, frame);
                within += bin * binHz >= fromHz && bin * binHz <= toHz ? power.at(bin, frame) : 0;
            }
        }
        return within / all;
    }

    private static Audio masked(Recording recording, double fromHz, double toHz) {
        var frontEnd = recording.frontEnd();
        var centres = frontEnd.bandCentresHz();
        int frames = frontEnd.segmentShape()[1];
        var mask = new float[centres.length * frames];
        for (int band = 0; band < centres.length; band++) {
            boolean isKept = centres[band] >= fromHz && centres[band] <= toHz;
            Arrays.fill(mask, band * frames, (band + 1) * frames, isKept ? 1 : 0);
        }
        return recording.soundEndToEnd(IntStream.range(0, recording.segments().size())
                .mapToObj(segment -> frontEnd.amplified(recording.samples(segment), mask))
                .toList());
    }

    private static Audio written(Audio audio) throws IOException {
        var wav = Artifact.wav("round-trip.wav", audio);
        var file = Files.createTempFile("timbre-round-trip", ".wav");
        try {
            Files.write(file, wav.bytes());
            return DECODER.decode(file, audio.sampleRateHz()).audio();
        } catch (UndecodableException e) {
            throw new IllegalStateException("a file of our own cannot be read", e);
        } finally {
            Files.delete(file);
        }
    }
}
