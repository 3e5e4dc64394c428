package io.timbre.cli;

import java.util.Locale;

/** What {@code bench signal} found, a row a case and peer, for people. */
final class BenchTable {
    private final StatusTable table = new StatusTable(
            "case", "ms a track", "±", "x real time a core", "peer", "ms a track", "±", "ratio", "agreement");

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
                String.format(Locale.ROOT, "%.2f", theirs.millis() / ours.millis()),
                agreement(agreementDb));
    }

    private static String agreement(double decibels) {
        return Double.isInfinite(decibels) ? "equal" : String.format(Locale.ROOT, "%.0f dB", decibels);
    }

    private static String millis(double millis) {
        return String.format(Locale.ROOT, "%.2f", millis);
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    @Override
    public String toString() {
        return table.toString();
    }
}
