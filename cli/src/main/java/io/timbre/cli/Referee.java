package io.timbre.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets us and peers do the same jobs, and says who is how much faster. Whose numbers are not ours is not timed: it has
 * done something else.
 */
final class Referee {
    private final String bench;
    private final Contestant ours;
    private final List<Contestant> peers;
    private final PrintStream out;
    private final PrintStream log;
    private final BenchTable table = new BenchTable();
    private int disagreements;

    /**
     * @param bench name of all this
     * @param out takes a line of JSON a case and peer, or a case without a peer
     */
    Referee(String bench, Contestant ours, List<Contestant> peers, PrintStream out, PrintStream log) {
        this.bench = bench;
        this.ours = ours;
        this.peers = peers;
        this.out = out;
        this.log = log;
    }

    /** Judges all of them and closes the contest. */
    void judge(List<SignalJob> jobs, Contest contest) throws IOException, InterruptedException {
        try (contest;
                var progress = Progress.bar(contest.description(), jobs.size())) {
            for (var job : jobs) {
                judge(job, contest);
                progress.step();
            }
        }
    }

    void judge(SignalJob job, Contest contest) throws IOException, InterruptedException {
        var caseName = job.description() + ", " + contest.description();
        var opponents = opponents(job, caseName);
        var contestants = new ArrayList<Contestant>(List.of(ours));
        opponents.forEach(opponent -> contestants.add(opponent.peer()));
        var timings =
                contest.run(contestants.stream().map(one -> work(job, one)).toList());
        var own = timings.getFirst();
        double realTime = contest.realTimeACore(job.seconds(), own);
        if (opponents.isEmpty()) {
            out.println(Results.json(BenchLine.alone(bench, caseName, own.millis(), "ms")));
            table.alone(caseName, own, realTime);
        }
        for (int i = 0; i < opponents.size(); i++) {
            var opponent = opponents.get(i);
            var theirs = timings.get(1 + i);
            var peer = opponent.peer().name();
            out.println(Results.json(BenchLine.against(bench, caseName, peer, own.millis(), theirs.millis(), "ms")));
            table.against(caseName, own, realTime, peer, theirs, opponent.agreementDb());
        }
    }

    private static Contest.Work work(SignalJob job, Contestant contestant) {
        return (times, lane) -> contestant.work(job, times, lane);
    }

    /** Takes what was measured otherwise into the report. */
    void judge(BenchLine line) {
        out.println(Results.json(line));
        table.other(line);
    }

    private List<Opponent> opponents(SignalJob job, String caseName) throws IOException {
        var opponents = new ArrayList<Opponent>();
        var expected = ours.result(job);
        for (var peer : peers) {
            if (!peer.does(job.task())) {
                continue;
            }
            try {
                double agreementDb = Agreement.decibels(expected, peer.result(job));
                if (agreementDb >= job.task().minAgreementDb()) {
                    opponents.add(new Opponent(peer, agreementDb));
                } else {
                    disagree(caseName, peer, agreementDb, job.task().minAgreementDb());
                }
            } catch (PeerException unable) {
                log.println("timbre: " + caseName + ": " + peer.name() + " is skipped: " + unable.getMessage());
            }
        }
        return opponents;
    }

    private void disagree(String caseName, Contestant peer, double agreementDb, double wantedDb) {
        disagreements++;
        log.printf(
                "timbre: %s: %s computes something else: %.1f dB of agreement, but at least %.0f are due%n",
                caseName, peer.name(), agreementDb, wantedDb);
    }

    /** A table, who took part, and how many were not comparable. */
    String report() {
        var contestants = new ArrayList<>(List.of(ours.description()));
        peers.forEach(peer -> contestants.add(peer.description()));
        return table + "\n" + String.join(", ", contestants) + "\n"
                + (disagreements == 1 ? "1 disagreement" : disagreements + " disagreements");
    }

    /** 0, or 1 where somebody computed something else. */
    int exitStatus() {
        return disagreements == 0 ? 0 : 1;
    }

    private record Opponent(Contestant peer, double agreementDb) {}
}
