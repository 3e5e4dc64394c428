package io.timbre.signal.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void marksEveryFiveSecondsOfHalfAMinute() {
        Axis axis = Axis.time(30).apply(735);
        assertThat(axis.title()).isEqualTo("time (s)");
        assertThat(labels(axis)).containsExactly("0", "5", "10", "15", "20", "25", "30");
        assertThat(axis.ticks().get(1).at()).isCloseTo(5.0 / 30, within(1e-12));
    }

    @Test
    void marksMinutesOfALongTrack() {
        Axis axis = Axis.time(615).apply(735);
        assertThat(axis.title()).isEqualTo("time (min:s)");
        assertThat(labels(axis)).containsExactly("0:00", "2:00", "4:00", "6:00", "8:00", "10:00");
        assertThat(axis.ticks().get(1).at()).isCloseTo(120.0 / 615, within(1e-12));
    }

    @Test
    void marksHoursOfADay() {
        // 86 400 s in at most 9 parts: 9600 s, so every 3 hours.
        assertThat(labels(Axis.time(86_400).apply(735))).startsWith("0:00", "180:00", "360:00");
    }

    @Test
    void marksHalfMinutesOfFourMinutesWhereThereIsRoom() {
        assertThat(labels(Axis.time(200).apply(735)))
                .startsWith("0:00", "0:30", "1:00")
                .endsWith("3:00");
    }

    @Test
    void marksRoundNumbersAtTheirShares() {
        Axis axis = Axis.up("recall", new Range(-1, 1)).apply(200);
        assertThat(labels(axis)).containsExactly("-1.0", "-0.5", "0.0", "0.5", "1.0");
        assertThat(axis.ticks().get(1).at()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void writesNamesUprightOnlyWhenTheyWouldTouch() {
        var canvas = new Canvas(Look.page());
        assertThat(Axis.namesAcross(canvas, "", List.of("blues", "rock")).upright())
                .isFalse();
        assertThat(Axis.namesAcross(canvas, "", List.of("x".repeat(80), "rock")).upright())
                .isTrue();
    }

    @Test
    void shortensLongNames() {
        var canvas = new Canvas(Look.page());
        Axis axis = Axis.namesDown(canvas, "", List.of("x".repeat(80), "rock"));
        assertThat(labels(axis).getFirst()).isEqualTo("rock");
        assertThat(labels(axis).getLast()).startsWith("xxx").endsWith("…");
        assertThat(canvas.textWidth(labels(axis).getLast())).isLessThanOrEqualTo(180);
    }

    private static List<String> labels(Axis axis) {
        return axis.ticks().stream().map(Tick::label).toList();
    }
}
