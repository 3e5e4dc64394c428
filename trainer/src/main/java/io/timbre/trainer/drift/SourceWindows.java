package io.timbre.trainer.drift;

import io.timbre.schemas.avro.DriftWindow;
import io.timbre.schemas.avro.WatchedSource;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The windows of one source, or of all together, over what one model says, as they fill. The window by count is made of
 * panes and moves on by one of them at a time; windows of time follow upon each other. What is kept does not grow with the
 * tracks.
 */
final class SourceWindows {
    private final DriftSettings settings;
    private final String model;
    private final int genres;
    private final Deque<Pane> panes = new ArrayDeque<>();
    private final SortedMap<Instant, Pane> spans = new TreeMap<>();
    private final Adwin confidence;
    private final Adwin error;
    private long tracks;
    private Instant latest;
    private long byCount;
    private long byTime;

    private SourceWindows(DriftSettings settings, String model, int genres, Adwin confidence, Adwin error) {
        this.settings = settings;
        this.model = model;
        this.genres = genres;
        this.confidence = confidence;
        this.error = error;
        this.latest = Instant.EPOCH;
    }

    /** Of a source that nothing is known of yet. @param genres of the model, unknown included */
    static SourceWindows fresh(DriftSettings settings, String model, int genres) {
        return new SourceWindows(settings, model, genres, Adwin.fresh(), Adwin.fresh());
    }

    static SourceWindows of(DriftSettings settings, int genres, WatchedSource stored) {
        var windows = new SourceWindows(
                settings, stored.getModel(), genres, detector(stored.getConfidence()), detector(stored.getError()));
        stored.getPanes().stream().map(Pane::of).forEach(windows::addKept);
        stored.getSpans().stream().map(Pane::of).forEach(span -> windows.spans.put(span.from(), span));
        windows.tracks = stored.getTracks();
        windows.latest = stored.getLatest();
        windows.byCount = stored.getByCount();
        windows.byTime = stored.getByTime();
        return windows;
    }

    /** Panes that were cut by another setting fit into no window. */
    private void addKept(Pane pane) {
        if (!panes.isEmpty() && !isFull(panes.getLast()) || pane.sketch().tracks() > settings.advance()) {
            panes.clear();
        }
        if (pane.sketch().tracks() <= settings.advance()) {
            panes.add(pane);
        }
    }

    private static Adwin detector(List<Double> state) {
        return Adwin.of(state.stream().mapToDouble(Double::doubleValue).toArray());
    }

    WatchedSource stored() {
        return new WatchedSource(
                model,
                tracks,
                latest,
                panes.stream().map(Pane::stored).toList(),
                spans.values().stream().map(Pane::stored).toList(),
                state(confidence),
                state(error),
                byCount,
                byTime);
    }

    private static List<Double> state(Adwin detector) {
        var state = new ArrayList<Double>();
        for (double number : detector.state()) {
            state.add(number);
        }
        return state;
    }

    /** The same source under another model: all that was said by the one before is dropped, the windows are counted on. */
    SourceWindows under(String next, int genresOfNext) {
        if (next.equals(model)) {
            return this;
        }
        var windows = fresh(settings, next, genresOfNext);
        windows.latest = latest;
        windows.byCount = byCount;
        windows.byTime = byTime;
        return windows;
    }

    /**
     * One track more.
     *
     * @param now how far the time of all sources has come: a window of time that is over takes no more
     */
    void add(Observation observation, Instant at, Instant now) {
        tracks++;
        latest = at.isAfter(latest) ? at : latest;
        var open = panes.isEmpty() || isFull(panes.getLast()) ? Pane.empty(genres, at, at) : panes.removeLast();
        panes.add(open.with(observation, at));
        var begin = settings.spanOf(at);
        var end = begin.plus(settings.length());
        if (!settings.isOver(end, now)) {
            var span = spans.getOrDefault(begin, Pane.empty(genres, begin, end));
            spans.put(begin, span.with(observation, at));
        }
    }

    private boolean isFull(Pane pane) {
        return pane.sketch().tracks() >= settings.advance();
    }

    /** Windows that have closed since it was asked last: by count, then of time. */
    List<Window> closed(Instant now) {
        var closed = new ArrayList<Window>();
        closedByCount().ifPresent(closed::add);
        while (isDue(now)) {
            var span = spans.pollFirstEntry().getValue();
            if (span.sketch().tracks() >= settings.minTracks()) {
                closed.add(new Window(DriftWindow.TIME, byTime++, span, Optional.empty()));
            }
        }
        return closed;
    }

    /** Whether a window of time waits to be closed. */
    boolean isDue(Instant now) {
        return !spans.isEmpty() && settings.isOver(spans.firstEntry().getValue().to(), now);
    }

    private Optional<Window> closedByCount() {
        if (panes.size() < settings.panes() || !isFull(panes.getLast())) {
            return Optional.empty();
        }
        while (panes.size() > settings.panes()) {
            panes.removeFirst();
        }
        var all = panes.stream().reduce(Pane::plus).orElseThrow();
        panes.removeFirst();
        var changes = new Changes(confidence.strongest(), error.strongest());
        confidence.windowClosed();
        error.windowClosed();
        return Optional.of(new Window(DriftWindow.COUNT, byCount++, all, Optional.of(changes)));
    }

    Adwin confidence() {
        return confidence;
    }

    Adwin error() {
        return error;
    }

    /** Counted so far under this model. */
    long tracks() {
        return tracks;
    }
}
