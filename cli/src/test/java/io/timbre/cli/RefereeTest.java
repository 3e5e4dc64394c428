package io.timbre.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefereeTest {
    private static final Contestant WE = new FakeContestant("we", 2, 1, 2, 3);
    private static final SignalJob LOAD =
            new SignalJob(SignalTask.LOAD, Path.of("a.mp3"), 22_050, "load mp3, 30 s", 30);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @Test
    void saysHowManyTimesFasterWeAre() throws Exception {
        var referee = judge(new FakeContestant("slow", 5, 1, 2, 3), new FakeContestant("fast", 1, 1, 2, 3));
        referee.judge(BenchLine.against("signal", "memory", "slow", 200, 300, "MB"));

        assertThat(out.toString(UTF_8)).isEqualTo("""
                {"bench":"signal","case":"load mp3, 30 s, 1 thread","peer":"slow",\
                "ours":2.0,"theirs":5.0,"unit":"ms","ratio":2.5}
                {"bench":"signal","case":"load mp3, 30 s, 1 thread","peer":"fast",\
                "ours":2.0,"theirs":1.0,"unit":"ms","ratio":0.5}
                {"bench":"signal","case":"memory","peer":"slow","ours":200.0,"theirs":300.0,"unit":"MB","ratio":1.5}
                """);
        assertThat(referee.exitStatus()).isZero();
        // 30 s of sound in 2 ms.
        assertThat(referee.report()).isEqualTo("""
                case                       ours      ±         x real time a core   peer   theirs    ±         ratio   agreement
                load mp3, 30 s, 1 thread   2.00 ms   0.00 ms   15,000               slow   5.00 ms   0.00 ms   2.50    equal
                load mp3, 30 s, 1 thread   2.00 ms   0.00 ms   15,000               fast   1.00 ms   0.00 ms   0.50    equal
                memory                     200 MB                                   slow   300 MB              1.50
                we 1.0, slow 1.0, fast 1.0
                0 disagreements""");
    }

    @Test
    void givesOurFiguresWhereThereIsNoPeer() throws Exception {
        var referee = judge();

        assertThat(out.toString(UTF_8)).isEqualTo("""
                {"bench":"signal","case":"load mp3, 30 s, 1 thread","peer":null,\
                "ours":2.0,"theirs":null,"unit":"ms","ratio":null}
                """);
        assertThat(referee.exitStatus()).isZero();
    }

    @Test
    void timesNobodyWhoComputesSomethingElse() throws Exception {
        // Off by 1 in 14: 11.5 dB.
        var referee = judge(new FakeContestant("wrong", 5, 1, 2, 4));

        assertThat(out.toString(UTF_8)).contains("\"peer\":null");
        assertThat(log.toString(UTF_8))
                .isEqualTo("timbre: load mp3, 30 s, 1 thread: wrong computes something else: "
                        + "11.5 dB of agreement, but at least 35 are due\n");
        assertThat(referee.report()).endsWith("\n1 disagreement");
        assertThat(referee.exitStatus()).isEqualTo(1);
    }

    @Test
    void goesOnWithoutAPeerThatCannotDoTheJob() throws Exception {
        var referee = judge(new FakeContestant("unable", 5), new FakeContestant("slow", 5, 1, 2, 3));

        assertThat(log.toString(UTF_8))
                .isEqualTo("timbre: load mp3, 30 s, 1 thread: unable is skipped: cannot open it\n");
        assertThat(out.toString(UTF_8)).contains("\"peer\":\"slow\"").doesNotContain("unable");
        assertThat(referee.exitStatus()).isZero();
    }

    private Referee judge(Contestant... peers) throws Exception {
        var referee = new Referee(
                "signal", WE, List.of(peers), new PrintStream(out, true, UTF_8), new PrintStream(log, true, UTF_8));
        try (var contest = Contest.quick(1)) {
            referee.judge(LOAD, contest);
        }
        return referee;
    }
}
