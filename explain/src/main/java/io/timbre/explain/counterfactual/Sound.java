package io.timbre.explain.counterfactual;

import io.timbre.explain.subject.Recording;
import io.timbre.signal.Audio;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The same changes as {@link Spectra}, but made in the sound, with its phase, which is then analysed again. Frames overlap
 * and so do bands, hence the spectrogram of it is near to what was wanted and not the same. The way back is taken as if it
 * were: what matters is that each step is judged by what is heard.
 */
record Sound(Recording recording, Spectra spectra) implements Terrain {

    @Override
    public List<float[]> inputs(float[][] change) {
        return samples(change).stream().map(recording.frontEnd()::transform).toList();
    }

    @Override
    public float[][] slopes(float[][] change, List<float[]> inputs, float[][] slopes) {
        return spectra.slopes(change, inputs, slopes);
    }

    @Override
    public float[][] made(float[][] change) {
        return spectra.made(change);
    }

    /** The whole track, changed. */
    Audio audio(float[][] change) {
        return recording.with(samples(change));
    }

    private List<float[]> samples(float[][] change) {
        var gains = spectra.gains(change);
        return IntStream.range(0, gains.size())
                .mapToObj(segment -> recording.frontEnd().amplified(recording.samples(segment), gains.get(segment)))
                .toList();
    }
}
