package io.timbre.signal.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What the bands of a spectrogram are, from the lowest.
 *
 * <p>Every band is drawn equally high, so an axis of mel bands is linear in mel and says at which heights the round
 * frequencies stand.
 */
public final class BandAxis {
    private static final int PIXELS_A_LABEL = 16;
    private static final int PIXELS_A_NUMBER = 36;

    private enum Marks {
        ROUND_STEPS,
        ROUND_FREQUENCIES,
        NOTES
    }

    private final String title;
    private final double[] centres;
    private final Marks marks;

    private BandAxis(String title, double[] centres, Marks marks) {
        if (centres.length == 0) {
            throw new IllegalArgumentException("centres must not be empty");
        }
        Finite.require(centres);
        for (int band = 1; band < centres.length; band++) {
            if (!(centres[band] > centres[band - 1])) {
                throw new IllegalArgumentException("centres must ascend: band " + band + " is at " + centres[band]
                        + ", the one below it at " + centres[band - 1]);
            }
        }
        this.title = title;
        this.centres = centres.clone();
        this.marks = marks;
    }

    /**
     * Bands equally far apart in Hz, such as the bins of an FFT.
     *
     * @param bandHz between the centres of two neighbours, the first being at 0 Hz
     */
    public static BandAxis linear(int bands, double bandHz) {
        return new BandAxis("frequency (Hz)", multiples(bands, bandHz), Marks.ROUND_STEPS);
    }

    /** Bands at any centre frequencies in Hz, ascending, such as those of a mel filter bank. */
    public static BandAxis at(double[] centresHz) {
        return new BandAxis("frequency (Hz)", centresHz, Marks.ROUND_FREQUENCIES);
    }

    /** Bands at any centre frequencies in Hz, ascending, labelled with the notes at A4 = 440 Hz: C4 is 261.6 Hz. */
    public static BandAxis notes(double[] centresHz) {
        return new BandAxis("note", centresHz, Marks.NOTES);
    }

    /** Bands that only have a number, from 0, such as MFCCs. */
    public static BandAxis numbered(String title, int bands) {
        return new BandAxis(title, multiples(bands, 1), Marks.ROUND_STEPS);
    }

    int bands() {
        return centres.length;
    }

    Axis axis(int pixels) {
        return new Axis(
                title,
                switch (marks) {
                    case ROUND_STEPS -> steps(pixels);
                    case ROUND_FREQUENCIES ->
                        spaced(ticks(roundFrequencies(), hz -> RoundNumbers.label(hz, 1)), pixels);
                    case NOTES -> spaced(notes(pixels), pixels);
                });
    }

    /** Where a value stands on the axis, 0 to 1 within the bands: the middle of a band at its centre. */
    private double share(double value) {
        if (centres.length == 1) {
            return 0.5 + (value - centres[0]);
        }
        int found = Arrays.binarySearch(centres, value);
        int above = Math.clamp(found >= 0 ? found : -found - 1, 1, centres.length - 1);
        double band = above - 1 + (value - centres[above - 1]) / (centres[above] - centres[above - 1]);
        return (band + 0.5) / centres.length;
    }

    private List<Tick> steps(int pixels) {
        double last = centres[centres.length - 1];
        double spacing = centres.length == 1 ? 1 : centres[1];
        double step = Math.max(
                Math.min(1, spacing), RoundNumbers.step(last + spacing, Math.max(2, pixels / PIXELS_A_NUMBER)));
        return ticks(
                DoubleStream.of(RoundNumbers.multiples(0, last + spacing / 2, step)),
                value -> RoundNumbers.label(value, step));
    }

    private List<Tick> notes(int pixels) {
        double pixelsASemitone = (double) pixels / Math.max(1, semitones());
        return IntStream.rangeClosed(0, 127)
                .filter(pitch -> NoteNames.isNamed(pitch, pixelsASemitone))
                .mapToObj(pitch -> new Tick(share(NoteNames.hz(pitch)), NoteNames.of(pitch)))
                .filter(BandAxis::isWithin)
                .toList();
    }

    private double semitones() {
        double lowest = Math.max(centres[0], NoteNames.hz(0));
        return NoteNames.OCTAVE * Math.log(centres[centres.length - 1] / lowest) / Math.log(2);
    }

    private static DoubleStream roundFrequencies() {
        return DoubleStream.concat(
                DoubleStream.of(0),
                DoubleStream.iterate(10, power -> power < 1e6, power -> 10 * power)
                        .flatMap(power -> DoubleStream.of(power, 2 * power, 5 * power)));
    }

    private List<Tick> ticks(DoubleStream values, DoubleFunction<String> label) {
        return values.mapToObj(value -> new Tick(share(value), label.apply(value)))
                .filter(BandAxis::isWithin)
                .toList();
    }

    private static boolean isWithin(Tick tick) {
        return tick.at() >= 0 && tick.at() <= 1;
    }

    /** Leaves out, from the top, the marks whose labels would touch the one above. */
    private static List<Tick> spaced(List<Tick> ticks, int pixels) {
        List<Tick> kept = new ArrayList<>();
        for (Tick tick : ticks.reversed()) {
            if (kept.isEmpty() || (kept.getLast().at() - tick.at()) * pixels >= PIXELS_A_LABEL) {
                kept.add(tick);
            }
        }
        return kept;
    }

    private static double[] multiples(int count, double step) {
        return IntStream.range(0, count).mapToDouble(n -> n * step).toArray();
    }
}
