package io.timbre.trainer.champion;

import io.timbre.signal.Audio;
import io.timbre.signal.codec.AudioDecoder;
import io.timbre.signal.codec.DecodeLimits;
import io.timbre.signal.codec.UndecodableException;
import io.timbre.signal.frontend.Segment;
import io.timbre.signal.frontend.SegmentFrontEnd;
import io.timbre.signal.frontend.UnusableAudioException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Recordings of what is no music, as segments: speech, animals, noise. Each folder of a folder is a source, such as the
 * voice of one speaker; what lies deeper is of that source.
 *
 * <p>A recording is cut as an upload is. One that is too short to be taken is joined to those after it in its folder, as the
 * words of a list are spoken one after the other.
 */
final class OutlierRecordings {

    private static final DecodeLimits LIMITS = new DecodeLimits(Duration.ofMinutes(20));
    private static final int MOST_OF_RECORDING = 2;

    private final AudioDecoder decoder = new AudioDecoder(LIMITS);
    private final SegmentFrontEnd frontEnd;
    private final int mostOfSource;
    private final Random random;

    /** @param mostOfSource segments that are taken of a source, or fewer where it has fewer */
    OutlierRecordings(SegmentFrontEnd frontEnd, int mostOfSource, long seed) {
        this.frontEnd = frontEnd;
        this.mostOfSource = mostOfSource;
        this.random = new Random(seed);
    }

    /**
     * All sources, by name. The same folder gives the same segments for the same seed.
     *
     * @throws IOException if a folder cannot be read
     * @throws IllegalArgumentException if there are fewer than two sources of recordings: one could not be held back
     */
    List<OutlierSource> of(Path folder) throws IOException {
        var sources = new ArrayList<OutlierSource>();
        for (var source : children(folder)) {
            var segments = Files.isDirectory(source) ? segments(source) : List.<float[]>of();
            if (!segments.isEmpty()) {
                sources.add(new OutlierSource(source.getFileName().toString(), segments));
            }
        }
        if (sources.size() < 2) {
            throw new IllegalArgumentException(folder
                    + " must have a folder of recordings for each of two sources or more: has " + sources.size());
        }
        return sources;
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private List<float[]> segments(Path source) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(source)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        var starts = new ArrayList<Integer>();
        for (int i = 0; i < files.size(); i++) {
            starts.add(i);
        }
        Collections.shuffle(starts, random);
        var segments = new ArrayList<float[]>();
        for (int start : starts) {
            if (segments.size() >= mostOfSource) {
                break;
            }
            segments.addAll(recording(files, start));
        }
        return segments;
    }

    /** Of one recording, joined to the next ones where it is too short; none where it is no sound. */
    private List<float[]> recording(List<Path> files, int start) throws IOException {
        var samples = decode(files.get(start));
        for (int next = start + 1;
                samples.length > 0 && samples.length < frontEnd.leastSamples() && next < files.size();
                next++) {
            if (!Objects.equals(files.get(next).getParent(), files.get(start).getParent())) {
                break;
            }
            samples = joined(samples, decode(files.get(next)));
        }
        try {
            var segments = new ArrayList<>(frontEnd.segments(new Audio(samples, frontEnd.sampleRateHz())));
            Collections.shuffle(segments, random);
            return segments.stream()
                    .limit(MOST_OF_RECORDING)
                    .map(Segment::values)
                    .toList();
        } catch (UnusableAudioException e) {
            return List.of();
        }
    }

    private float[] decode(Path file) throws IOException {
        try {
            return decoder.decode(file, frontEnd.sampleRateHz()).audio().samples();
        } catch (UndecodableException e) {
            return new float[0]; // pictures and licences lie among the recordings
        }
    }

    private static float[] joined(float[] first, float[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
