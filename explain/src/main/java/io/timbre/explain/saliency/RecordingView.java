package io.timbre.explain.saliency;

import io.timbre.explain.answer.Artifact;
import io.timbre.explain.subject.Recording;
import io.timbre.signal.picture.BandAxis;
import io.timbre.signal.picture.Bar;
import io.timbre.signal.picture.BarChart;
import io.timbre.signal.picture.ColourScale;
import io.timbre.signal.picture.ColourTable;
import io.timbre.signal.picture.Curve;
import io.timbre.signal.picture.CurveChart;
import io.timbre.signal.picture.Look;
import io.timbre.signal.picture.Range;
import io.timbre.signal.picture.SpectrogramPicture;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What a rule found in a recording: over its spectrogram, and summed over time and over frequency. */
record RecordingView(Recording recording, TrackTime timeline, Finding finding) implements View {

    private static final Look WIDE = Look.page().sized(1200, 400);
    private static final int LOUDEST_DECIBELS = 80;

    static RecordingView of(Recording recording, Finding finding) {
        return new RecordingView(recording, new TrackTime(recording), finding);
    }

    @Override
    public List<String> words() {
        var octaves = octaves();
        var segments = segments();
        var words = new ArrayList<String>();
        switch (finding.reading()) {
            case SENSITIVITY ->
                words.add("The model's '" + finding.genre() + "' hangs most on " + octaves.strongest() + ", and on "
                        + segments.strongest() + ".");
            case CONTRIBUTION -> {
                words.add("What speaks most for '" + finding.genre() + "' lies at " + octaves.strongest() + ", and in "
                        + segments.strongest() + ".");
                octaves.weakest().ifPresent(octave -> words.add("Against it speaks most what lies at " + octave + "."));
                segments.weakest()
                        .ifPresent(segment -> words.add("Of the time, " + segment + " speak most against it."));
            }
        }
        return words;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of(
                "octaves",
                octaves().each(part -> Map.of("name", part.name(), "sum", part.sum())),
                "segments",
                IntStream.range(0, finding.maps().length)
                        .mapToObj(i -> Map.of(
                                "start_seconds", timeline.startSeconds(i),
                                "end_seconds", timeline.endSeconds(i),
                                "sum", finding.sum(i)))
                        .toList(),
                "over_time",
                Map.of("seconds_per_value", timeline.binSeconds(), "values", list(timeline.overTime(finding))),
                "over_frequency",
                Map.of("bands_hz", list(recording.frontEnd().bandCentresHz()), "values", list(overFrequency())));
    }

    @Override
    public List<Artifact> artifacts() {
        return List.of(
                Artifact.png("saliency.png", track()),
                Artifact.png("strongest-segment.png", strongestSegment()),
                Artifact.png("over-time.png", timeChart()),
                Artifact.png("over-frequency.png", frequencyChart()));
    }

    private BufferedImage track() {
        var maps = IntStream.range(0, finding.maps().length)
                .mapToObj(i -> Drawing.smooth(finding.drawn(i), timeline.segmentFrames()))
                .toList();
        return both(
                timeline.whole(recording.inputs(), least(recording.inputs())),
                "What the model heard",
                timeline.whole(maps, 0),
                finding.mapTitle() + ", smoothed");
    }

    private BufferedImage strongestSegment() {
        int strongest = IntStream.range(0, finding.maps().length)
                .boxed()
                .max(Comparator.comparingDouble(finding::sum))
                .orElseThrow();
        return both(
                recording.inputs().get(strongest),
                "What the model heard in " + segmentName(strongest),
                finding.drawn(strongest),
                finding.mapTitle() + " there");
    }

    private BufferedImage both(float[] heard, String heardTitle, float[] map, String mapTitle) {
        var bands = BandAxis.at(recording.frontEnd().bandCentresHz());
        double secondsPerFrame = recording.frontEnd().secondsPerFrame();
        return Drawing.stacked(
                new SpectrogramPicture(heardTitle, heard, secondsPerFrame, bands, loudness(heard)).draw(WIDE),
                new SpectrogramPicture(
                                mapTitle,
                                Drawing.percents(map),
                                secondsPerFrame,
                                bands,
                                Drawing.scale(finding.reading()))
                        .draw(WIDE));
    }

    private ColourScale loudness(float[] heard) {
        return recording.frontEnd().isLogarithmic()
                ? ColourScale.loudest(ColourTable.MAGMA, heard, LOUDEST_DECIBELS)
                : ColourScale.fitted(ColourTable.MAGMA, "magnitude", heard);
    }

    private BufferedImage timeChart() {
        var sums = timeline.overTime(finding);
        var seconds = IntStream.range(0, sums.length)
                .mapToDouble(bin -> (bin + 0.5) * timeline.binSeconds())
                .toArray();
        return new CurveChart(
                        finding.sumTitle() + ", over time",
                        "time (s)",
                        finding.sumUnit() + String.format(Locale.ROOT, ", sum of %.1f s", timeline.binSeconds()),
                        List.of(new Curve("", seconds, sums)),
                        new Range(0, timeline.seconds()),
                        Range.around(DoubleStream.concat(DoubleStream.of(0), DoubleStream.of(sums))
                                .toArray()))
                .draw(WIDE);
    }

    private BufferedImage frequencyChart() {
        var bars = octaves().each(part -> Bar.of(part.name(), part.sum()));
        return BarChart.fitted(
                        finding.sumTitle() + ", over frequency",
                        finding.sumUnit() + ", sum of the track",
                        bars,
                        BarChart.Direction.RIGHT)
                .draw(WIDE);
    }

    private double[] overFrequency() {
        var sums = new double[timeline.bands()];
        for (int segment = 0; segment < finding.maps().length; segment++) {
            for (int cell = 0; cell < finding.maps()[segment].length; cell++) {
                sums[cell / timeline.segmentFrames()] += finding.counted(segment, cell);
            }
        }
        return sums;
    }

    private Shares octaves() {
        var octaves = Octaves.of(
                recording.frontEnd().bandCentresHz(), recording.frontEnd().sampleRateHz() / 2.0);
        var bands = overFrequency();
        var sums = new double[octaves.count()];
        for (int band = 0; band < bands.length; band++) {
            sums[octaves.octaveOfBand()[band]] += bands[band];
        }
        return Shares.of(octaves.namesOfOctaves(), sums, finding.reading());
    }

    private Shares segments() {
        int count = finding.maps().length;
        return Shares.of(
                IntStream.range(0, count).mapToObj(this::segmentName).toList(),
                IntStream.range(0, count).mapToDouble(finding::sum).toArray(),
                finding.reading());
    }

    private String segmentName(int segment) {
        return String.format(
                Locale.ROOT, "seconds %.0f to %.0f", timeline.startSeconds(segment), timeline.endSeconds(segment));
    }

    private static float least(List<float[]> inputs) {
        float least = Float.POSITIVE_INFINITY;
        for (var input : inputs) {
            for (float value : input) {
                least = Math.min(least, value);
            }
        }
        return least;
    }

    private static List<Double> list(double... values) {
        return Arrays.stream(values).boxed().toList();
    }
}
