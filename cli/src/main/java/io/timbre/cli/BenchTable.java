package io.timbre.cli;

import java.util.Locale;
import java.util.Optional;

/** What {@code bench signal} found, a row a case and peer, for people; milliseconds are those of a track. */
final class BenchTable {
    private final StatusTable table =
            new StatusTable("case", "ours", "±", "x real time a core", "peer", "theirs", "±", "ratio", "agreement");

    /** @param realTime seconds of sound that one core gets done in a second */
    void alone(String caseName, Timing ours, double realTime) {
        table.row(caseName, millis(ours.millis()), millis(ours.spread()), whole(realTime), "", "", "", "", "");
    }

    void against(String caseName, Timing ours, double realTime, String peer, Timing theirs, double agreementDb) {
        table.row(
                caseName,
                millis(ours.millis()),
                millis(ours.spread()),
                whole(realTime),
                peer,
                millis(theirs.millis()),
                millis(theirs.spread()),
                ratio(theirs.millis() / ours.millis()),
                agreement(agreementDb));
    }

    /** What is not of milliseconds. */
    void other(BenchLine line) {
        var peer = Optional.ofNullable(line.peer());
        table.row(
                line.caseName(),
                amount(line.ours(), line.unit()),
                "",
                "",
                peer.orElse(""),
                Optional.ofNullable(line.theirs())
                        .map(theirs -> amount(theirs, line.unit()))
                        .orElse(""),
                "",
                Optional.ofNullable(line.ratio()).map(BenchTable::ratio).orElse(""),
                "");
    }

    private static String amount(double value, String unit) {
        return whole(value) + " " + unit;
    }

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    private static String agreement(double decibels) {
        return Double.isInfinite(decibels) ? "equal" : String.format(Locale.ROOT, "%.0f dB", decibels);
    }

    private static String millis(double millis) {
        return String.format(Locale.ROOT, "%.2f ms", millis);
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    @Override
    public String toString() {
        return table.toString();
    }
}
