package io.timbre.inference;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Where the stream threads meet the model: each waits for its own track's prediction, so offsets never run ahead of
 * results, and the model sees the waiting tracks as one batch.
 *
 * <p>One thread calls the model. It waits for company at most {@code maxDelay} after the first track, and runs sooner
 * once {@code maxSegments} wait.
 */
final class Batcher<P> implements Function<float[][], P>, AutoCloseable {
    private record Waiting<P>(float[][] segments, CompletableFuture<P> prediction) {}

    private final Function<List<float[][]>, List<P>> model;
    private final int maxSegments;
    private final Duration maxDelay;
    private final IntConsumer batchSegments;
    private final BlockingQueue<Waiting<P>> queue = new LinkedBlockingQueue<>();
    private final Thread runner;
    private volatile boolean closed;

    /** @param batchSegments is told the number of segments of each batch */
    Batcher(Function<List<float[][]>, List<P>> model, int maxSegments, Duration maxDelay, IntConsumer batchSegments) {
        this.model = model;
        this.maxSegments = maxSegments;
        this.maxDelay = maxDelay;
        this.batchSegments = batchSegments;
        this.runner = Thread.ofPlatform().name("batcher").daemon().start(this::run);
    }

    /**
     * The prediction of one track; blocks until its batch has run.
     *
     * @throws IllegalStateException if the model failed on the batch, or the batcher is closed
     */
    @Override
    public P apply(float[][] segments) {
        var waiting = new Waiting<P>(segments, new CompletableFuture<>());
        queue.add(waiting);
        if (closed) {
            failAll(queue, new IllegalStateException("the batcher is closed"));
        }
        try {
            return waiting.prediction().join();
        } catch (CompletionException e) {
            throw new IllegalStateException("the model failed on a batch", e.getCause());
        }
    }

    /** How many tracks wait for the model, those it works on not counted. */
    int waiting() {
        return queue.size();
    }

    private void run() {
        var batch = new ArrayList<Waiting<P>>();
        try {
            while (true) {
                batch.clear();
                gather(batch);
                predict(batch);
            }
        } catch (InterruptedException stop) {
            closed = true;
            failAll(batch, stop);
            failAll(queue, stop);
        }
    }

    private void gather(List<Waiting<P>> batch) throws InterruptedException {
        batch.add(queue.take());
        long deadline = System.nanoTime() + maxDelay.toNanos();
        int segments = batch.getFirst().segments().length;
        while (segments < maxSegments) {
            @Nullable Waiting<P> next = queue.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                return;
            }
            batch.add(next);
            segments += next.segments().length;
        }
    }

    /** An error of the model, out of memory say, is its callers' to hear: this thread goes on, or all would wait. */
    private void predict(List<Waiting<P>> batch) {
        try {
            batchSegments.accept(batch.stream()
                    .mapToInt(waiting -> waiting.segments().length)
                    .sum());
            var predictions = model.apply(batch.stream().map(Waiting::segments).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).prediction().complete(predictions.get(i));
            }
        } catch (RuntimeException | Error failure) {
            failAll(batch, failure);
        }
    }

    private static void failAll(Collection<? extends Waiting<?>> tracks, Throwable failure) {
        tracks.forEach(waiting -> waiting.prediction().completeExceptionally(failure));
    }

    @Override
    public void close() {
        runner.interrupt();
    }
}
