package io.timbre.trainer.data;

import io.timbre.signal.Audio;
import io.timbre.signal.resample.Resampling;
import io.timbre.signal.spectrum.Spectrogram;
import io.timbre.signal.spectrum.Stft;
import io.timbre.signal.spectrum.StftParameters;

/**
 * What a sound is recognised by after it was cut, made louder or compressed: 32 bits every 11.6 ms, each saying whether the
 * difference of energy between two neighbouring of 33 bands from 300 to 2000 Hz has grown since the frame before. Frames
 * are 0.37 s long, so that it hardly matters where they begin.
 *
 * <p>Two recordings of one performance have it in common; two performances of one piece do not, nor does a copy played
 * faster or in another key.
 *
 * @see "J. Haitsma, T. Kalker, A Highly Robust Audio Fingerprinting System, ISMIR 2002"
 */
final class AudioFingerprint {

    private static final int SAMPLE_RATE_HZ = 11_025;
    private static final StftParameters FRAMES = StftParameters.uncentred(4096, 128);
    private static final int BITS = 32;
    private static final double MIN_HZ = 300;
    private static final double MAX_HZ = 2000;

    private final int[] words;

    private AudioFingerprint(int[] words) {
        this.words = words;
    }

    /** The fingerprint of a sound at any rate; one of less than 0.4 s has none, and is like no other. */
    static AudioFingerprint of(Audio audio) {
        var samples = Resampling.toRate(audio, SAMPLE_RATE_HZ).samples();
        if (samples.length < FRAMES.fftSize() + FRAMES.hopLength()) {
            return new AudioFingerprint(new int[0]);
        }
        var slopes = slopes(new Stft(FRAMES).power(samples));
        var words = new int[slopes[0].length - 1];
        for (int frame = 0; frame < words.length; frame++) {
            for (int bit = 0; bit < BITS; bit++) {
                words[frame] |= slopes[bit][frame + 1] > slopes[bit][frame] ? 1 << bit : 0;
            }
        }
        return new AudioFingerprint(words);
    }

    /** How many words there are, one a frame but the first. */
    int length() {
        return words.length;
    }

    int word(int frame) {
        return words[frame];
    }

    /** How many words there are in common with another that begins {@code offset} frames after this one. */
    int overlap(AudioFingerprint other, int offset) {
        return Math.min(words.length, other.words.length + offset) - Math.max(0, offset);
    }

    /** Share of the bits that differ where both sound: near 0 for copies, near 0.5 for strangers; NaN without overlap. */
    double bitErrorRate(AudioFingerprint other, int offset) {
        int overlap = overlap(other, offset);
        int from = Math.max(0, offset);
        long errors = 0;
        for (int frame = from; frame < from + overlap; frame++) {
            errors += Integer.bitCount(words[frame] ^ other.words[frame - offset]);
        }
        return overlap <= 0 ? Double.NaN : (double) errors / overlap / BITS;
    }

    /** How much more energy each band has than the next one up, shape (32, frames). */
    private static double[][] slopes(Spectrogram power) {
        var slopes = new double[BITS][power.frames()];
        for (int band = 0; band <= BITS; band++) {
            for (int bin = edge(band); bin < edge(band + 1); bin++) {
                for (int frame = 0; frame < power.frames(); frame++) {
                    double energy = power.values()[bin * power.frames() + frame];
                    if (band < BITS) {
                        slopes[band][frame] += energy;
                    }
                    if (band > 0) {
                        slopes[band - 1][frame] -= energy;
                    }
                }
            }
        }
        return slopes;
    }

    /** The first bin of a band: bands are equally wide in octaves. */
    private static int edge(int band) {
        double hz = MIN_HZ * Math.pow(MAX_HZ / MIN_HZ, band / (BITS + 1.0));
        return (int) Math.round(hz * FRAMES.fftSize() / SAMPLE_RATE_HZ);
    }
}
