package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.cli.Contestant.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContestTest {
    private static final SignalJob JOB = new SignalJob(SignalTask.LOAD, Path.of("a.mp3"), 22_050, "load", 30);

    private static final Duration LONG = Duration.ofDays(1);

    private final List<String> order = Collections.synchronizedList(new ArrayList<>());

    @Test
    void takesTurnsAfterEachHasWarmedUp() throws Exception {
        try (var contest = new Contest(1, 2, Duration.ZERO, Duration.ZERO, LONG)) {
            contest.run(List.of(noting("we"), noting("they")));
        }

        assertThat(order).containsExactly("we", "they", "we", "they", "we", "they");
    }

    @Test
    void givesEachOneTurnHoweverLongTheyTake() throws Exception {
        try (var contest = new Contest(1, 5, LONG, Duration.ZERO, Duration.ZERO)) {
            var timings = contest.run(List.of(noting("we"), noting("they")));

            assertThat(timings).containsExactly(new Timing(1, 0), new Timing(1, 0));
        }
        assertThat(order).containsExactly("we", "they", "we", "they");
    }

    @Test
    void repeatsAQuickJobUntilATurnIsLongEnough() throws Exception {
        var quick = new FakeContestant("quick", 4);
        var slow = new FakeContestant("slow", 300);
        try (var contest = new Contest(1, 1, Duration.ZERO, Duration.ofMillis(100), LONG)) {
            var timings = contest.run(List.of(on(quick), on(slow)));

            assertThat(timings).containsExactly(new Timing(4, 0), new Timing(300, 0));
        }
        // Once to see how long it takes, then 25 times 4 ms.
        assertThat(quick.turns()).containsExactly(1, 25);
        assertThat(slow.turns()).containsExactly(1, 1);
    }

    @Test
    void countsTheTracksOfAllThreadsFromTheFirstsBeginningToTheLastsEnd() throws Exception {
        // Lane 0 works from 0 to 40 ms, lane 1 from 20 to 60 ms: two tracks in 60 ms.
        var staggered = new FakeLanes(lane -> new Span(lane * 20_000_000L, 40_000_000L + lane * 20_000_000L));
        try (var contest = new Contest(2, 1, Duration.ZERO, Duration.ZERO, LONG)) {
            var timing = contest.run(List.of(on(staggered))).getFirst();

            assertThat(timing.millis()).isEqualTo(30);
            // 30 s of sound in 30 ms, by two cores.
            assertThat(contest.realTimeACore(30, timing)).isEqualTo(500);
            assertThat(contest.description()).isEqualTo("2 threads");
        }
    }

    private Contest.Work noting(String name) {
        return (times, lane) -> {
            order.add(name);
            return new Span(0, 1_000_000);
        };
    }

    private static Contest.Work on(Contestant contestant) {
        return (times, lane) -> contestant.work(JOB, times, lane);
    }
}
