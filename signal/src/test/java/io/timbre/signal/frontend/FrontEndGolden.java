package io.timbre.signal.frontend;

import io.timbre.signal.Audio;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/** What librosa 0.11 and scipy computed, and of which signal: see {@code src/test/python/frontend.py}. */
final class FrontEndGolden {
    private FrontEndGolden() {}

    /** A rising sawtooth that swells, on noise, to the last bit that of the golden vectors. */
    static Audio signal(int samples, int sampleRateHz) {
        float[] values = new float[samples];
        long state = 1;
        for (int n = 0; n < samples; n++) {
            state = (state * 1_664_525 + 1_013_904_223) & 0xffff_ffffL;
            long noise = (state >> 16) - 0x8000;
            long sawtooth = (3L * n * n / 8 + 400L * n) % 0x10000 - 0x8000;
            int swell = n % 1500;
            values[n] = (float) ((swell * sawtooth + 48 * noise) / 0x1p26);
        }
        return new Audio(values, sampleRateHz);
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
        try (InputStream file = Objects.requireNonNull(FrontEndGolden.class.getResourceAsStream(name + ".f32"), name)) {
            ByteBuffer bytes = ByteBuffer.wrap(file.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            float[] values = new float[bytes.remaining() / Float.BYTES];
            bytes.asFloatBuffer().get(values);
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
