package io.timbre.explain.saliency;

import io.timbre.explain.answer.Progress;

/** Passes progress on, and where work is done that has no share of its own, tells the last again, so that it can be stopped. */
final class LastShare implements Progress {

    private final Progress progress;
    private double last;

    LastShare(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void at(double share) {
        last = share;
        progress.at(share);
    }

    /** Of work within a step. */
    Progress again() {
        return ignored -> progress.at(last);
    }
}
