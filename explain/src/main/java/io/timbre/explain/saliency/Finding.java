package io.timbre.explain.saliency;

import io.timbre.explain.trust.Reading;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a rule found in a track.
 *
 * @param logit of the genre, the mean over the inputs
 * @param posterior of the genre for the track
 * @param unit of the input, such as dB
 * @param maps one an input, signed
 */
@SuppressWarnings("ArrayRecordComponent") // read and never compared
record Finding(String genre, double logit, double posterior, String unit, Reading reading, float[][] maps) {

    /** What a cell counts in a sum: of a sensitivity its amount, as rises and falls would hide each other. */
    double counted(int input, int cell) {
        float value = maps[input][cell];
        return reading == Reading.SENSITIVITY ? Math.abs(value) : value;
    }

    /** What is drawn, cell by cell. */
    float[] drawn(int input) {
        var drawn = new float[maps[input].length];
        for (int cell = 0; cell < drawn.length; cell++) {
            drawn[cell] = (float) counted(input, cell);
        }
        return drawn;
    }

    double sum(int input) {
        double sum = 0;
        for (int cell = 0; cell < maps[input].length; cell++) {
            sum += counted(input, cell);
        }
        return sum;
    }

    /** The title of a picture of the map itself. */
    String mapTitle() {
        return switch (reading) {
            case SENSITIVITY -> "What its '" + genre + "' hangs on";
            case CONTRIBUTION -> "What speaks for (red) and against (blue) '" + genre + "'";
        };
    }

    /** The title of a chart of sums of the map. */
    String sumTitle() {
        return switch (reading) {
            case SENSITIVITY -> "What '" + genre + "' hangs on";
            case CONTRIBUTION -> "What speaks for '" + genre + "', and below 0 against it";
        };
    }

    /** What sums of the map are measured in. */
    String sumUnit() {
        return switch (reading) {
            case SENSITIVITY -> "logits a " + unit;
            case CONTRIBUTION -> "logits";
        };
    }

    String percent() {
        return String.format(Locale.ROOT, "%.0f %%", 100 * posterior);
    }

    Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("genre", genre);
        facts.put("logit", logit);
        facts.put("posterior", posterior);
        facts.put("reading", reading.name().toLowerCase(Locale.ROOT));
        facts.put("unit", sumUnit());
        return facts;
    }
}
