package io.timbre.explain.attribute;

import io.timbre.explain.answer.Progress;
import io.timbre.signal.frontend.AudibleFrontEnd;
import io.timbre.signal.score.ModelSignal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Model signals as sounds at a front end's rate.
 *
 * @param sounds one a signal
 */
record Signals(AudibleFrontEnd frontEnd, List<ModelSignal> all, List<float[]> sounds) {

    static Signals of(AudibleFrontEnd frontEnd, List<ModelSignal> all, Progress progress) {
        var sounds = new ArrayList<float[]>();
        for (int i = 0; i < all.size(); i++) {
            progress.at((double) i / all.size());
            sounds.add(all.get(i).render(frontEnd.sampleRateHz()).samples());
        }
        return new Signals(frontEnd, all, sounds);
    }

    /** What the network sees of the first segment of each, silence after those that are shorter. */
    List<float[]> inputs() {
        return sounds.stream()
                .map(sound -> frontEnd.transform(Arrays.copyOf(sound, frontEnd.segmentSamples())))
                .toList();
    }
}
