package io.timbre.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * One measured case.
 *
 * @param caseName what was measured
 * @param peer what else was measured in the same run; null where there is none
 * @param ratio how many times faster we are; null without a peer
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
        return new BenchLine(bench, caseName, null, ours, null, unit, null);
    }
}
