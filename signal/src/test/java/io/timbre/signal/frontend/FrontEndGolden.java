package io.timbre.signal.frontend;

import io.timbre.signal.Audio;
import io.timbre.signal.Golden;

/** What librosa 0.11 and scipy computed, and of which signal: see {@code src/test/python/frontend.py}. */
final class FrontEndGolden {
    private FrontEndGolden() {}

    static Audio signal(int samples, int sampleRateHz) {
        return new Audio(Golden.signal(samples), sampleRateHz);
    }

    /** Half of the signal, then parabolas at 110 Hz, whose harmonics fall by 18 dB an octave: bands over 100 dB apart. */
    static float[] wideSignal(int samples, int sampleRateHz) {
        float[] values = signal(samples, sampleRateHz).samples();
        for (int n = samples / 2; n < samples; n++) {
            int half = 327 * n / 0x8000;
            int place = 327 * n % 0x8000;
            values[n] = (float) ((half % 2 == 0 ? 1 : -1) * place * (0x8000 - place) / 0x1p29);
        }
        return values;
    }

    static float[] read(String name) {
        return Golden.read("frontend/" + name);
    }

    /** Every so manieth column of a row-major array, as the golden vectors keep of the large ones. */
    static float[] everyColumn(int step, float[] values, int columns) {
        int kept = Math.ceilDiv(columns, step);
        float[] thinned = new float[values.length / columns * kept];
        for (int i = 0; i < thinned.length; i++) {
            thinned[i] = values[i / kept * columns + i % kept * step];
        }
        return thinned;
    }
}
