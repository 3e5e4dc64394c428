package io.timbre.trainer.fit;

/** Hears how a fit goes; called on the thread that fits. */
@FunctionalInterface
public interface FitListener {

    /** Hears nothing. */
    FitListener SILENT = epoch -> {};

    void epochDone(EpochFigures epoch);
}
