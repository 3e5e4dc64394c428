package io.timbre.cli;

import java.time.Duration;

/** How long to wait before a process that died is started again: 1, 2, 4 … 30 s; 1 s again after a good minute. */
final class BackOff {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration GOOD_LIFE = Duration.ofMinutes(1);

    private Duration next = SHORTEST;

    Duration after(Duration lifetime) {
        var pause = lifetime.compareTo(GOOD_LIFE) < 0 ? next : SHORTEST;
        var doubled = pause.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return pause;
    }
}
