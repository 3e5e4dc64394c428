package io.timbre.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.timbre.networks.zoo.Classifier;
import io.timbre.networks.zoo.Zoo;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkRefereeTest {
    private static final Classifier CLASSIFIER = Zoo.classifier("chang-mlp");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final FakeNetworks we = new FakeNetworks("we", 2);

    @Test
    void saysHowManySamplesASecondEachGetsDone() throws Exception {
        var slow = new FakeNetworks("slow", 8);

        var referee = judge(slow, new FakeNetworks("fast", 1));

        // 32 samples in 2 ms, in 8 ms and in 1 ms
        assertThat(out.toString(UTF_8)).isEqualTo("""
                {"bench":"networks","case":"chang-mlp, training, batch 32","peer":"slow",\
                "ours":16000.0,"theirs":4000.0,"unit":"samples/s","ratio":4.0}
                {"bench":"networks","case":"chang-mlp, training, batch 32","peer":"fast",\
                "ours":16000.0,"theirs":32000.0,"unit":"samples/s","ratio":0.5}
                """);
        assertThat(referee.report()).endsWith("\nwe 1.0, slow 1.0, fast 1.0");
        assertThat(slow.noted()).containsExactly("ready", "closed");
        assertThat(we.noted()).containsExactly("ready", "closed");
    }

    @Test
    void givesOurFiguresWhereNoPeerCan() throws Exception {
        judge(new FakeNetworks("unable", Double.NaN));

        assertThat(out.toString(UTF_8)).isEqualTo("""
                {"bench":"networks","case":"chang-mlp, training, batch 32","peer":null,\
                "ours":16000.0,"theirs":null,"unit":"samples/s","ratio":null}
                """);
        assertThat(log.toString(UTF_8))
                .isEqualTo("timbre: chang-mlp, training, batch 32: unable is skipped: no such layer\n");
        assertThat(we.noted()).containsExactly("ready", "closed");
    }

    @Test
    void refusesToHaveMeasuredNothing() throws Exception {
        assertThatIllegalStateException()
                .isThrownBy(() -> judge(new FakeNetworks("idle", 0)))
                .withMessage("chang-mlp, training, batch 32 must take time: took 0.0 ms");
        try (var contest = Contest.quick(1)) {
            var referee = new NetworkReferee(we, List.of(), contest, new PrintStream(out), new PrintStream(log));
            assertThatExceptionOfType(CommandFailedException.class)
                    .isThrownBy(referee::report)
                    .withMessage("nothing was measured");
        }
    }

    private NetworkReferee judge(NetworkContestant... peers) throws Exception {
        try (var contest = Contest.quick(1)) {
            var referee = new NetworkReferee(
                    we, List.of(peers), contest, new PrintStream(out, true, UTF_8), new PrintStream(log, true, UTF_8));
            referee.judge(CLASSIFIER, NetworkTask.TRAINING, 32);
            return referee;
        }
    }
}
