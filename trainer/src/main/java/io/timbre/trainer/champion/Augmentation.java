package io.timbre.trainer.champion;

import io.timbre.signal.Audio;
import io.timbre.signal.frontend.SegmentFrontEnd;
import io.timbre.trainer.champion.Corpus.Track;
import io.timbre.trainer.fit.BandStatistics;
import java.util.Arrays;
import java.util.Random;

/**
 * Draws a training segment from a track: a random crop of a random recording, at a random level, through a random smooth
 * equaliser, with a few neighbouring bands and frames hidden behind their mean.
 *
 * @see "D. S. Park et al., SpecAugment, Interspeech 2019"
 */
final class Augmentation {

    /** Points of the equaliser, evenly spread over the bands, straight lines between them. */
    private static final int TILT_POINTS = 5;

    private final SegmentFrontEnd frontEnd;
    private final float[] hidden;
    private final TrainingSettings settings;
    private final Random random;
    private final int bands;
    private final int frames;

    Augmentation(SegmentFrontEnd frontEnd, BandStatistics statistics, TrainingSettings settings, Random random) {
        this.frontEnd = frontEnd;
        this.hidden = statistics.means();
        this.settings = settings;
        this.random = random;
        this.bands = frontEnd.segmentShape()[0];
        this.frames = frontEnd.segmentShape()[1];
    }

    /** One segment, row-major {@code (bands, frames)}, dB. Recordings must be at least a segment long. */
    float[] segment(Track track) {
        var recording = track.recordings().get(random.nextInt(track.recordings().size()));
        var segment = frontEnd.transform(crop(recording));
        equalise(segment);
        hideBands(segment);
        hideFrames(segment);
        return segment;
    }

    private float[] crop(Audio recording) {
        int length = frontEnd.segmentSamples();
        int start = random.nextInt(recording.samples().length - length + 1);
        return Arrays.copyOfRange(recording.samples(), start, start + length);
    }

    private void equalise(float[] segment) {
        double gain = settings.gainDb() * (2 * random.nextDouble() - 1);
        var points = new double[TILT_POINTS];
        Arrays.setAll(points, i -> gain + settings.tiltDb() * random.nextGaussian());
        for (int band = 0; band < bands; band++) {
            double position = (double) band * (TILT_POINTS - 1) / bands;
            int left = (int) position;
            float level = (float) (points[left] + (position - left) * (points[left + 1] - points[left]));
            for (int i = band * frames; i < (band + 1) * frames; i++) {
                segment[i] += level;
            }
        }
    }

    private void hideBands(float[] segment) {
        int count = random.nextInt(Math.min(settings.maskedBands(), bands) + 1);
        int first = random.nextInt(bands - count + 1);
        for (int band = first; band < first + count; band++) {
            Arrays.fill(segment, band * frames, (band + 1) * frames, hidden[band]);
        }
    }

    private void hideFrames(float[] segment) {
        int count = random.nextInt(Math.min(settings.maskedFrames(), frames) + 1);
        int first = random.nextInt(frames - count + 1);
        for (int band = 0; band < bands; band++) {
            Arrays.fill(segment, band * frames + first, band * frames + first + count, hidden[band]);
        }
    }
}
