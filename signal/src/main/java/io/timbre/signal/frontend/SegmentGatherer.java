package io.timbre.signal.frontend;

import io.timbre.signal.SampleSink;
import io.timbre.signal.frontend.UnusableAudioException.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Keeps the segments of a track while it passes, and nothing else: however long the track, memory holds
 * {@link Segmentation#maxSegments()} of them and half as much again.
 *
 * <p>Where the segments lie, only the length tells, and the length only the end. Until then what the file says is
 * believed, give or take a quarter of a segment; a short track is kept whole. If the file was wrong, a second pass is
 * needed, which knows better.
 *
 * <p>{@snippet :
 * var gatherer = new SegmentGatherer(frontEnd);
 * do {
 *     pass(gatherer);
 * } while (gatherer.wantsAnotherPass());
 * List<Segment> segments = gatherer.segments();
 * }
 */
public final class SegmentGatherer implements SampleSink {
    private static final int MARGINS_A_SEGMENT = 4;

    private final SegmentFrontEnd frontEnd;
    private final Segmentation segmentation;
    private final int margin;
    /** Length that a whole pass has shown; 0 before. */
    private long knownSamples;

    private Loudness loudness = new Loudness();
    private List<Excerpt> excerpts = List.of();
    private long passed;

    public SegmentGatherer(SegmentFrontEnd frontEnd) {
        this.frontEnd = frontEnd;
        this.segmentation = frontEnd.segmentation();
        this.margin = segmentation.segmentSamples() / MARGINS_A_SEGMENT;
    }

    @Override
    public void begin(long expectedSamples) {
        loudness = new Loudness();
        passed = 0;
        excerpts = excerpts(Math.clamp(knownSamples > 0 ? knownSamples : expectedSamples, 0, Integer.MAX_VALUE));
    }

    private List<Excerpt> excerpts(int expectedSamples) {
        int length = segmentation.segmentSamples() + 2 * margin;
        int most = segmentation.maxSegments() * length;
        if (expectedSamples == 0) {
            return List.of(new Excerpt(0, most));
        }
        if (expectedSamples <= most - margin) {
            return List.of(new Excerpt(0, expectedSamples + margin));
        }
        return Arrays.stream(starts(expectedSamples))
                .mapToObj(start -> new Excerpt(Math.max(0, start - margin), length))
                .toList();
    }

    private int[] starts(long samples) {
        boolean isRepeated = samples >= frontEnd.leastSamples() && samples < segmentation.segmentSamples();
        return isRepeated ? new int[] {0} : segmentation.starts((int) Math.min(samples, Integer.MAX_VALUE));
    }

    /** Of each segment so many samples are the track's: all, unless it is shorter. */
    private int taken() {
        return (int) Math.min(passed, segmentation.segmentSamples());
    }

    @Override
    public void accept(float[] samples, int start, int count) {
        loudness.accept(samples, start, count);
        for (Excerpt excerpt : excerpts) {
            excerpt.take(passed, samples, start, count);
        }
        passed += count;
    }

    /**
     * Ends a pass. Tells whether the track must pass once more, as the file was wrong about its length; that is known now.
     *
     * @throws UnusableAudioException if the track is silent, too short, or not finite, whichever pass it is
     */
    public boolean wantsAnotherPass() throws UnusableAudioException {
        requireUsable(starts(passed));
        boolean wants = knownSamples == 0 && !isComplete();
        knownSamples = passed;
        return wants;
    }

    private boolean isComplete() {
        return Arrays.stream(starts(passed)).allMatch(start -> holder(start).isPresent());
    }

    private Optional<Excerpt> holder(int start) {
        return excerpts.stream()
                .filter(excerpt -> excerpt.holds(start, taken()))
                .findFirst();
    }

    /**
     * Transforms the segments of the track that has passed, each on its own.
     *
     * @throws UnusableAudioException if the track is silent, or is where its segments lie; if it is too short, or not finite
     * @throws IllegalStateException if some were not kept, so that another pass is needed
     */
    public List<Segment> segments() throws UnusableAudioException {
        int[] starts = starts(passed);
        requireUsable(starts);
        Requirements.requireAudible(loudnessOfSegments(starts));
        var segments = new ArrayList<Segment>(starts.length);
        for (int start : starts) {
            segments.add(segment(start));
        }
        return List.copyOf(segments);
    }

    private void requireUsable(int[] starts) throws UnusableAudioException {
        if (starts.length == 0) {
            throw new UnusableAudioException(
                    Fault.TOO_SHORT,
                    String.format(
                            Locale.ROOT,
                            "%d samples (%.2f s), but a segment takes %d (%.2f s)",
                            passed,
                            seconds(passed),
                            frontEnd.leastSamples(),
                            seconds(frontEnd.leastSamples())));
        }
        Requirements.requireAudible(loudness);
    }

    private Loudness loudnessOfSegments(int[] starts) {
        var heard = new Loudness();
        for (int start : starts) {
            requireHolder(start).give(start, taken(), heard);
        }
        return heard;
    }

    private Excerpt requireHolder(int start) {
        return holder(start).orElseThrow(() -> new IllegalStateException("no samples kept from " + start + " on"));
    }

    private Segment segment(int start) {
        float[] samples = requireHolder(start).copy(start, taken());
        return new Segment(seconds(start), frontEnd.transform(Repetition.of(samples, segmentation.segmentSamples())));
    }

    private double seconds(long samples) {
        return (double) samples / frontEnd.sampleRateHz();
    }
}
