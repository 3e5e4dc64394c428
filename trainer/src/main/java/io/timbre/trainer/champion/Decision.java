package io.timbre.trainer.champion;

/** A track's label and posteriors, and what follows from them. */
@SuppressWarnings("ArrayRecordComponent") // decisions are counted and never compared
record Decision(int label, float[] posteriors) {

    /** The class of the largest posterior; the first of equals. */
    int best() {
        int best = 0;
        for (int i = 1; i < posteriors.length; i++) {
            best = posteriors[i] > posteriors[best] ? i : best;
        }
        return best;
    }

    float confidence() {
        return posteriors[best()];
    }

    boolean isRight() {
        return best() == label;
    }
}
