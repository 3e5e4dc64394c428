package io.timbre.explain.evidence;

import io.timbre.explain.evidence.Span.StepTime;
import io.timbre.explain.subject.Recording;
import io.timbre.signal.Audio;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A recording, each of its segments in parts of about half a second. */
record HeardRecording(Recording recording) implements Heard {

    private static final double SPAN_SECONDS = 0.5;

    @Override
    public List<Span> spans() {
        return IntStream.range(0, recording.segments().size())
                .boxed()
                .flatMap(segment -> spans(segment).stream())
                .toList();
    }

    private List<Span> spans(int segment) {
        double seconds = recording.frontEnd().segmentSeconds();
        int frames = recording.frontEnd().segmentShape()[1];
        double start = recording.segments().get(segment).startSeconds();
        var time = new StepTime() {
            @Override
            public double startSeconds(int from) {
                return start + recording.secondsPerFrameEndToEnd() * from;
            }

            @Override
            public double endSeconds(int to) {
                return startSeconds(to);
            }
        };
        return Span.parts(segment, frames, (int) Math.max(1, Math.round(seconds / SPAN_SECONDS)), time);
    }

    @Override
    public Audio cut(double startSeconds, double seconds) {
        var audio = recording.audio();
        int from = (int) Math.round(startSeconds * audio.sampleRateHz());
        int to = (int) Math.min(audio.samples().length, from + Math.round(seconds * audio.sampleRateHz()));
        return new Audio(Arrays.copyOfRange(audio.samples(), from, to), audio.sampleRateHz());
    }
}
