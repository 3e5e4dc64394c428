package io.timbre.trainer.fit;

import java.util.Iterator;

/** Where a fit's batches come from. */
public interface Batches {

    /** How many an epoch has. */
    int perEpoch();

    /**
     * The batches of an epoch, counted from 1. The same number gives the same batches, whatever was asked before: a fit
     * that was killed goes on as if it had not been.
     */
    Iterator<Batch> epoch(int number);
}
