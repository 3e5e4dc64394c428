package io.timbre.trainer.drift;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Windows of five panes, each judged as it closes, as the topology does. */
final class SlidingWindows {

    static final int PANES = 5;

    private final Watch watch;
    private final Deque<Sketch> panes = new ArrayDeque<>();
    private final Adwin confidence = Adwin.fresh();
    private final Adwin error = Adwin.fresh();

    SlidingWindows(Watch watch) {
        this.watch = watch;
    }

    /** Whether the window that these tracks complete has drifted; false as long as there are fewer than five panes. */
    boolean drifted(List<Observation> pane, List<Boolean> wrong) {
        for (var track : pane) {
            confidence.add(track.confidence(), watch.changeThreshold(Statistic.CONFIDENCE_CHANGE));
        }
        for (boolean one : wrong) {
            error.add(one ? 1 : 0, watch.changeThreshold(Statistic.ERROR_CHANGE));
        }
        panes.add(Sketch.of(Population.GENRES, pane));
        if (panes.size() > PANES) {
            panes.remove();
        }
        var changes = new Changes(confidence.strongest(), error.strongest());
        confidence.windowClosed();
        error.windowClosed();
        return panes.size() == PANES
                && watch.judge(panes.stream().reduce(Sketch::plus).orElseThrow(), changes)
                        .drifted();
    }
}
