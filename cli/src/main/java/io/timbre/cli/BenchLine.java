package io.timbre.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * One measured case.
 *
 * @param caseName what was measured
 * @param peer what else was measured in the same run; null where there is none
 * @param ratio how many times faster we are, or how many times less we take; null without a peer
 */
@JsonPropertyOrder({"bench", "case", "peer", "ours", "theirs", "unit", "ratio"})
record BenchLine(
        String bench,
        @JsonProperty("case") String caseName,
        @Nullable String peer,
        double ours,
        @Nullable Double theirs,
        String unit,
        @Nullable Double ratio) {
    static BenchLine alone(String bench, String caseName, double ours, String unit) {
        return new BenchLine(bench, caseName, null, rounded(ours), null, unit, null);
    }

    /** @param ours time or memory: the less the better */
    static BenchLine against(String bench, String caseName, String peer, double ours, double theirs, String unit) {
        return new BenchLine(bench, caseName, peer, rounded(ours), rounded(theirs), unit, rounded(theirs / ours));
    }

    /** @param ours things a second: the more the better */
    static BenchLine rates(String bench, String caseName, String peer, double ours, double theirs, String unit) {
        return new BenchLine(bench, caseName, peer, rounded(ours), rounded(theirs), unit, rounded(ours / theirs));
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
