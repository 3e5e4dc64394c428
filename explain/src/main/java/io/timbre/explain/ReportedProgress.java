package io.timbre.explain;

import io.timbre.explain.answer.Progress;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Tells the archive how far an explanation has come, twice a second at most, and stops it when its time is up, when
 * somebody cancelled it, or when this process is no longer the one to work on it.
 */
final class ReportedProgress implements Progress {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Asked asked;
    private final ExplanationArchive archive;
    private final Duration limit;
    private final BooleanSupplier abandoned;
    private final long beganNanos = System.nanoTime();
    private long toldNanos = beganNanos - PAUSE.toNanos();

    ReportedProgress(Asked asked, ExplanationArchive archive, Duration limit, BooleanSupplier abandoned) {
        this.asked = asked;
        this.archive = archive;
        this.limit = limit;
        this.abandoned = abandoned;
    }

    @Override
    public void at(double share) {
        if (abandoned.getAsBoolean()) {
            throw new CancellationException("somebody else works on " + asked.explanationId());
        }
        long now = System.nanoTime();
        if (now - beganNanos > limit.toNanos()) {
            throw new RejectedException(
                    Reason.TIME_LIMIT,
                    "no answer within %d s, %.0f %% were done".formatted(limit.toSeconds(), 100 * share));
        }
        if (now - toldNanos >= PAUSE.toNanos()) {
            toldNanos = now;
            look(share);
        }
    }

    private void look(double share) {
        if (archive.isCancelled(asked)) {
            throw new RejectedException(Reason.CANCELLED, "cancelled at %.0f %%".formatted(100 * share));
        }
        try {
            archive.tell(ExplanationState.running(asked, share));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tell how far " + asked.explanationId() + " has come", e);
        }
    }
}
