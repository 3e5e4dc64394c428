package io.timbre.trainer.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which pieces read alike: those that share a run of {@value #RUN} intervals, in whatever key, directly or through others.
 * Runs of few different intervals do not count, since many pieces begin with one chord over and over.
 */
final class NearDuplicates {

    /** Two dozen intervals are about eight bars of a tune, or two of a full band. */
    static final int RUN = 24;

    private static final int DIFFERENT = 8;

    private NearDuplicates() {}

    /** For each piece, given by its pitches, the first of those that it reads like: itself where there are none before. */
    static int[] firstAlike(List<int[]> pieces) {
        var alike = new DisjointSets(pieces.size());
        var firstWithRun = new HashMap<List<Integer>, Integer>();
        for (int piece = 0; piece < pieces.size(); piece++) {
            var intervals = intervals(pieces.get(piece));
            for (int from = 0; from + RUN <= intervals.size(); from++) {
                var run = intervals.subList(from, from + RUN);
                if (run.stream().distinct().count() >= DIFFERENT) {
                    alike.join(firstWithRun.getOrDefault(run, piece), piece);
                    firstWithRun.putIfAbsent(run, piece);
                }
            }
        }
        return IntStream.range(0, pieces.size()).map(alike::leader).toArray();
    }

    private static List<Integer> intervals(int[] pitches) {
        var intervals = new Integer[Math.max(0, pitches.length - 1)];
        Arrays.setAll(intervals, note -> pitches[note + 1] - pitches[note]);
        return List.of(intervals);
    }
}
