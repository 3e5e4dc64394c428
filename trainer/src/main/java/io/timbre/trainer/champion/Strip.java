package io.timbre.trainer.champion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A stretch of a track as a front end sees it, as long as a segment or longer: what is kept of a track as segments is
 * strips of one segment each; a picture of the whole track is one strip.
 *
 * @param values row-major {@code (bands, frames)}, in a unit of which only differences count
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy of each would double the memory
public record Strip(float[] values, int bands) {

    public Strip {
        if (bands < 1 || values.length == 0 || values.length % bands != 0) {
            throw new IllegalArgumentException(
                    "a strip must have whole frames of " + bands + " bands: has " + values.length + " values");
        }
    }

    public int frames() {
        return values.length / bands;
    }

    /** So many frames from one on, row-major {@code (bands, count)}. */
    float[] crop(int first, int count) {
        if (count == frames()) {
            return values.clone();
        }
        var crop = new float[bands * count];
        for (int band = 0; band < bands; band++) {
            System.arraycopy(values, band * frames() + first, crop, band * count, count);
        }
        return crop;
    }

    /** As many segments as do not overlap, each in the middle of its share, as a track is cut when it is served. */
    List<float[]> segments(int frames) {
        int count = frames() / frames;
        var segments = new ArrayList<float[]>(count);
        for (int i = 0; i < count; i++) {
            segments.add(crop((int) ((i + 0.5) * frames() / count - frames / 2.0), frames));
        }
        return segments;
    }

    void requireFinite(String track) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("values of " + track + " must be finite: one was " + value);
            }
        }
    }

    @Override
    public String toString() {
        return "Strip[" + bands + "x" + frames() + ", " + Arrays.hashCode(values) + "]";
    }
}
