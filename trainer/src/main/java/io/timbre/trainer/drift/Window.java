package io.timbre.trainer.drift;

import io.timbre.schemas.avro.DriftWindow;
import java.util.Optional;

/**
 * A window that has closed.
 *
 * @param number of the windows of its kind that its source has had before it
 * @param changes what the change detectors have met since the window before; of a window by count alone
 */
record Window(DriftWindow kind, long number, Pane tracks, Optional<Changes> changes) {
    Judgement judgedBy(Watch watch) {
        return changes.map(met -> watch.judge(tracks.sketch(), met)).orElseGet(() -> watch.judge(tracks.sketch()));
    }
}
