package io.timbre.cli;

import io.timbre.networks.zoo.Classifier;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lets us and peers compute the same networks, and says how many samples a second each gets done. */
final class NetworkReferee {
    private static final String BENCH = "networks";

    private final NetworkContestant ours;
    private final List<NetworkContestant> peers;
    private final Contest contest;
    private final PrintStream out;
    private final PrintStream log;
    private final StatusTable table = new StatusTable("case", "ours", "peer", "theirs", "unit", "ratio");
    private int lines;

    /** @param out takes a line of JSON a case and peer, or a case without a peer */
    NetworkReferee(
            NetworkContestant ours, List<NetworkContestant> peers, Contest contest, PrintStream out, PrintStream log) {
        this.ours = ours;
        this.peers = peers;
        this.contest = contest;
        this.out = out;
        this.log = log;
    }

    /**
     * A case.
     *
     * @throws IllegalStateException if somebody took no time at all
     */
    void judge(Classifier classifier, NetworkTask task, int batch) throws IOException, InterruptedException {
        var caseName = classifier.network().name() + ", " + task.label() + ", batch " + batch;
        var taking = new ArrayList<NetworkContestant>();
        var ready = new ArrayList<ReadyNetwork>();
        try {
            ready.add(ours.ready(classifier, task, batch));
            for (var peer : peers) {
                try {
                    ready.add(peer.ready(classifier, task, batch));
                    taking.add(peer);
                } catch (PeerException unable) {
                    log.println("timbre: " + caseName + ": " + peer.name() + " is skipped: " + unable.getMessage());
                }
            }
            tell(caseName, batch, taking, contest.run(ready));
        } finally {
            ready.forEach(ReadyNetwork::close);
        }
    }

    private void tell(String caseName, int batch, List<NetworkContestant> taking, List<Timing> timings) {
        var rates =
                timings.stream().map(timing -> rate(caseName, batch, timing)).toList();
        if (taking.isEmpty()) {
            judge(BenchLine.alone(BENCH, caseName, rates.getFirst(), "samples/s"));
        }
        for (int i = 0; i < taking.size(); i++) {
            judge(BenchLine.rates(
                    BENCH, caseName, taking.get(i).name(), rates.getFirst(), rates.get(1 + i), "samples/s"));
        }
    }

    private static double rate(String caseName, int batch, Timing timing) {
        if (timing.millis() <= 0) {
            throw new IllegalStateException(caseName + " must take time: took " + timing.millis() + " ms");
        }
        return batch * 1e3 / timing.millis();
    }

    /** Takes a line into the report. */
    void judge(BenchLine line) {
        lines++;
        out.println(Results.json(line));
        table.row(
                line.caseName(),
                amount(line.ours()),
                Optional.ofNullable(line.peer()).orElse(""),
                Optional.ofNullable(line.theirs()).map(NetworkReferee::amount).orElse(""),
                line.unit(),
                Optional.ofNullable(line.ratio())
                        .map(ratio -> String.format(Locale.ROOT, "%.2f", ratio))
                        .orElse(""));
    }

    /**
     * A table, and who took part.
     *
     * @throws CommandFailedException if nothing was measured
     */
    String report() {
        if (lines == 0) {
            throw new CommandFailedException("nothing was measured");
        }
        return table + "\n"
                + Stream.concat(Stream.of(ours), peers.stream())
                        .map(NetworkContestant::description)
                        .collect(Collectors.joining(", "));
    }

    private static String amount(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }
}
