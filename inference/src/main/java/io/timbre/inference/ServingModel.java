package io.timbre.inference;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The model that serves, which may be replaced at any time: each batch runs on one model from its first track to its
 * last, and says on which.
 *
 * <p>The lock is fair, or one batch after the other could keep a new model waiting for ever.
 */
final class ServingModel implements Function<List<float[][]>, List<Decision>>, AutoCloseable {
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Condition served = turn.newCondition();
    private @Nullable ServedModel current;

    /**
     * What the model that serves makes of the tracks; waits for the first model to serve.
     *
     * @throws IllegalStateException if the thread is interrupted while it waits
     */
    @Override
    public List<Decision> apply(List<float[][]> tracks) {
        turn.lock();
        try {
            var model = awaitModel();
            return model.predict(tracks).stream()
                    .map(prediction -> new Decision(model.description(), prediction))
                    .toList();
        } finally {
            turn.unlock();
        }
    }

    private ServedModel awaitModel() {
        try {
            while (current == null) {
                served.await();
            }
            return Objects.requireNonNull(current);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("no model serves yet", e);
        }
    }

    /** From the next batch on, this model serves. Returns when the one before is closed, after the batch under way. */
    void serve(ServedModel next) {
        replace(next).ifPresent(ServedModel::close);
    }

    private Optional<ServedModel> replace(@Nullable ServedModel next) {
        turn.lock();
        try {
            var before = Optional.ofNullable(current);
            current = next;
            served.signalAll();
            return before;
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close() {
        replace(null).ifPresent(ServedModel::close);
    }
}
