package io.timbre.signal.picture;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What stands along one side of a plot.
 *
 * @param upright whether the labels of a bottom axis are written upwards, there being no room beside each other
 */
record Axis(String title, List<Tick> ticks, boolean upright) {
    private static final int PIXELS_A_NUMBER_ACROSS = 80;
    private static final int PIXELS_A_NUMBER_UP = 36;
    private static final int LEAST_PARTS = 2;
    private static final int LONGEST_NAME = 180;
    /** What a plot has at least of the width of a wide picture. */
    private static final double PLOT_SHARE = 0.8;

    /** From here on times are read more easily in minutes. */
    private static final double LONG_SECONDS = 180;

    private static final int[] LONG_STEPS = {10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600};

    Axis(String title, List<Tick> ticks) {
        this(title, ticks, false);
    }

    /** Numbers along the bottom. */
    static IntFunction<Axis> across(String title, Range range) {
        return pixels -> numbers(title, range, parts(pixels, PIXELS_A_NUMBER_ACROSS));
    }

    /** Numbers along a side. */
    static IntFunction<Axis> up(String title, Range range) {
        return pixels -> numbers(title, range, parts(pixels, PIXELS_A_NUMBER_UP));
    }

    /** Seconds along the bottom, as minutes and seconds when there are many. */
    static IntFunction<Axis> time(double seconds) {
        return pixels -> seconds < LONG_SECONDS
                ? numbers("time (s)", new Range(0, seconds), parts(pixels, PIXELS_A_NUMBER_ACROSS))
                : minutes(seconds, parts(pixels, PIXELS_A_NUMBER_ACROSS));
    }

    /** One name for each of equal parts, from the left; upright if they would touch. */
    static Axis namesAcross(Canvas canvas, String title, List<String> names) {
        double room = PLOT_SHARE * canvas.image.getWidth() / names.size();
        int widest = names.stream().mapToInt(canvas::textWidth).max().orElse(0);
        int longest = Math.min(LONGEST_NAME, canvas.image.getHeight() / 3);
        return widest + Canvas.GAP <= room
                ? names(title, names, false)
                : names(title, shortened(canvas, names, longest), true);
    }

    /** One name for each of equal parts, from the top. */
    static Axis namesDown(Canvas canvas, String title, List<String> names) {
        int longest = Math.min(LONGEST_NAME, canvas.image.getWidth() / 3);
        return names(title, shortened(canvas, names, longest).reversed(), false);
    }

    private static List<String> shortened(Canvas canvas, List<String> names, int longest) {
        return names.stream().map(name -> canvas.fitted(name, longest)).toList();
    }

    private static Axis names(String title, List<String> names, boolean upright) {
        return new Axis(
                title,
                IntStream.range(0, names.size())
                        .mapToObj(n -> new Tick((n + 0.5) / names.size(), names.get(n)))
                        .toList(),
                upright);
    }

    private static int parts(int pixels, int pixelsANumber) {
        return Math.max(LEAST_PARTS, pixels / pixelsANumber);
    }

    private static Axis numbers(String title, Range range, int most) {
        double step = RoundNumbers.step(range.span(), most);
        return new Axis(
                title,
                Arrays.stream(RoundNumbers.multiples(range.min(), range.max(), step))
                        .mapToObj(value -> new Tick(range.share(value), RoundNumbers.label(value, step)))
                        .toList());
    }

    private static Axis minutes(double seconds, int most) {
        int longest = LONG_STEPS[LONG_STEPS.length - 1];
        double step = Arrays.stream(LONG_STEPS)
                .filter(each -> seconds / each <= most)
                .findFirst()
                .orElse(longest * (int) Math.ceil(seconds / longest / most));
        return new Axis(
                "time (min:s)",
                Arrays.stream(RoundNumbers.multiples(0, seconds, step))
                        .mapToObj(at -> new Tick(at / seconds, minutesAndSeconds((int) at)))
                        .toList());
    }

    private static String minutesAndSeconds(int seconds) {
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
