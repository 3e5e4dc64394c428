package io.timbre.explain.attribute;

import io.timbre.signal.score.ModelSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** In what two sounds can differ. */
public enum Attribute {
    KEY,
    CHORD,
    INSTRUMENT;

    /** In lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The pairs of signals that differ in this and nothing else, by their positions in the list. */
    List<Pair> pairs(List<ModelSignal> signals) {
        var pairs = new ArrayList<Pair>();
        for (int a = 0; a < signals.size(); a++) {
            for (int b = a + 1; b < signals.size(); b++) {
                if (alone(signals.get(a), signals.get(b))) {
                    pairs.add(new Pair(a, b));
                }
            }
        }
        return pairs;
    }

    private boolean alone(ModelSignal a, ModelSignal b) {
        boolean key = a.key() == b.key();
        boolean chord = a.chord() == b.chord();
        boolean instrument = a.instrument() == b.instrument();
        return switch (this) {
            case KEY -> !key && chord && instrument;
            case CHORD -> key && !chord && instrument;
            case INSTRUMENT -> key && chord && !instrument;
        };
    }

    /** Two positions in a list. */
    record Pair(int first, int second) {}
}
