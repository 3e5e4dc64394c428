package io.timbre.cli;

import io.timbre.cli.Contestant.Span;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Times contestants at one job, in turns, so that whatever else the machine does happens to all of them alike.
 *
 * <p>Each first repeats the job until it is warm, that is, has for a while not become faster by 5 %. How fast it is then
 * decides how many times in a row it does the job in each of its turns, so that a turn is long against the clock and
 * short against the machine's moods.
 */
final class Contest implements AutoCloseable {
    private static final double STILL_WARMING = 0.05;
    private static final Duration WARM_UP = Duration.ofSeconds(1);
    private static final Duration TURN = Duration.ofMillis(100);
    private static final Duration BRIEF_WARM_UP = Duration.ofMillis(200);
    private static final Duration BRIEF_TURN = Duration.ofMillis(50);
    private static final Duration BRIEF_BOX = Duration.ofSeconds(1);
    private static final Duration UNBOUNDED = Duration.ofDays(1);

    /** A job in a contestant's hands. */
    @FunctionalInterface
    interface Work {
        /**
         * Does it so many times, one after the other.
         *
         * @param lane which of those that work at the same time
         */
        Span work(int times, int lane) throws IOException;
    }

    private final int lanes;
    private final int rounds;
    private final Duration warmUp;
    private final Duration turn;
    private final Duration box;
    private final ExecutorService threads;

    /**
     * @param lanes tracks worked on at the same time, each by a thread of its own
     * @param warmUp how long a contestant must not have become faster
     * @param turn how long a turn takes at least
     * @param box how long a contestant's warm-up, and its share of the rounds, may take: then no more is begun
     */
    Contest(int lanes, int rounds, Duration warmUp, Duration turn, Duration box) {
        this.lanes = lanes;
        this.rounds = rounds;
        this.warmUp = warmUp;
        this.turn = turn;
        this.box = box;
        this.threads = Executors.newFixedThreadPool(lanes);
    }

    /** Everyone warm, and turns that are long against the clock. */
    static Contest thorough(int lanes, int rounds) {
        return new Contest(lanes, rounds, WARM_UP, TURN, UNBOUNDED);
    }

    /** Shorter turns after a shorter warm-up, and fewer of them, at least one, where a job takes longer than a turn. */
    static Contest brief(int lanes, int rounds) {
        return new Contest(lanes, rounds, BRIEF_WARM_UP, BRIEF_TURN, BRIEF_BOX);
    }

    /** One round of single jobs, hardly warm: whether it works, not how fast. */
    static Contest quick(int lanes) {
        return new Contest(lanes, 1, Duration.ZERO, Duration.ZERO, UNBOUNDED);
    }

    /** A timing for each contestant, in their order. */
    List<Timing> run(List<? extends Work> contestants) throws IOException, InterruptedException {
        var times = new int[contestants.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = warmUp(contestants.get(i));
        }
        var millis = Stream.generate(ArrayList<Double>::new).limit(times.length).toList();
        long over = System.nanoTime() + box.multipliedBy(times.length).toNanos();
        for (int round = 0; round == 0 || (round < rounds && System.nanoTime() < over); round++) {
            for (int i = 0; i < times.length; i++) {
                millis.get(i).add(millisATrack(contestants.get(i), times[i]));
            }
        }
        return millis.stream().map(Contest::timing).toList();
    }

    private static Timing timing(List<Double> rounds) {
        return Timing.of(rounds.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** How it is done, for the name of a case. */
    String description() {
        return lanes == 1 ? "1 thread" : lanes + " threads";
    }

    /** Seconds of sound that one core gets done in a second, of tracks that have so many. */
    double realTimeACore(double seconds, Timing timing) {
        return seconds * 1e3 / (timing.millis() * lanes);
    }

    /** Gives the number of times that fill a turn. */
    private int warmUp(Work contestant) throws IOException, InterruptedException {
        long over = System.nanoTime() + box.toNanos();
        double fastest = millisATrack(contestant, 1);
        long warmAt = System.nanoTime() + warmUp.toNanos();
        while (System.nanoTime() < warmAt && System.nanoTime() < over) {
            double millis = millisATrack(contestant, 1);
            if (millis < fastest * (1 - STILL_WARMING)) {
                warmAt = System.nanoTime() + warmUp.toNanos();
            }
            fastest = Math.min(fastest, millis);
        }
        return Math.max(1, (int) Math.ceil(turn.toMillis() / (lanes * fastest)));
    }

    private double millisATrack(Work contestant, int times) throws IOException, InterruptedException {
        var works = new ArrayList<Callable<Span>>();
        for (int lane = 0; lane < lanes; lane++) {
            int own = lane;
            works.add(() -> contestant.work(times, own));
        }
        long began = Long.MAX_VALUE;
        long ended = Long.MIN_VALUE;
        for (var work : threads.invokeAll(works)) {
            var span = spanOf(work);
            began = Math.min(began, span.beganNanos());
            ended = Math.max(ended, span.endedNanos());
        }
        return (ended - began) / 1e6 / (times * lanes);
    }

    private static Span spanOf(Future<Span> work) throws IOException, InterruptedException {
        try {
            return work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException("cannot go on", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
