package io.timbre.trainer.learning;

import java.util.concurrent.CancellationException;

/** How far a run is: told by the thread that works on it, looked at by the one that announces it. */
final class Stages {
    /** @param share of the whole run that is done, 0 to 1 */
    record Stage(String words, float share, int examples, int newLabels) {}

    private volatile Stage now = new Stage("", 0, 0, 0);
    private volatile boolean abandoned;

    Stage now() {
        return now;
    }

    /** @throws CancellationException if the work is not wanted any more */
    void at(String words, double share) {
        if (abandoned) {
            throw new CancellationException("somebody else goes on with this run");
        }
        now = new Stage(words, (float) share, now.examples(), now.newLabels());
    }

    void found(int examples, int newLabels) {
        now = new Stage(now.words(), now.share(), examples, newLabels);
    }

    /** The work stops where it next says how far it is. */
    void abandon() {
        abandoned = true;
    }
}
