package io.timbre.signal.frontend;

import io.timbre.signal.spectrum.InverseStft;
import io.timbre.signal.spectrum.Spectrogram;
import io.timbre.signal.spectrum.Stft;
import io.timbre.signal.spectrum.StftParameters;

/** To the time-frequency plane and back, with gains in between. */
final class Amplifier {
    private final Stft stft;
    private final InverseStft inverse;

    Amplifier(StftParameters parameters) {
        this.stft = new Stft(parameters);
        this.inverse = new InverseStft(parameters);
    }

    /** @param gains factors of the amplitude, shape (bins, frames) */
    float[] amplified(float[] samples, Spectrogram gains) {
        return inverse.invert(stft.transform(samples).amplified(gains), samples.length);
    }
}
