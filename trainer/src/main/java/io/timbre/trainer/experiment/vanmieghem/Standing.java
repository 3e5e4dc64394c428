package io.timbre.trainer.experiment.vanmieghem;

import io.timbre.trainer.experiment.Section.Figure;
import java.util.Locale;

/**
 * How a network of the thesis stands on three splits, all in percent.
 *
 * @param paper what the thesis says
 * @param training on what it was trained on, of the random split
 */
record Standing(String name, double paper, Figure random, double training, Figure byTrack, Figure byArtist) {

    boolean isReached() {
        return random.value() >= paper;
    }

    /** Whether it knows its training segments at least as well as the thesis says of the test. */
    boolean isFitted() {
        return training >= paper;
    }

    /** How many points go where no song stands in two parts. */
    double lostBySong() {
        return random.value() - byTrack.value();
    }

    /** Whether more goes than the intervals allow for. */
    boolean surelyLosesBySong() {
        return random.low() > byTrack.high();
    }

    String inWords() {
        return "- **%s**: the thesis says %s %%; on its own protocol %s: %s. Its training segments it knows to %.1f %%. %s where no song stands in two parts; %s on clips where no artist does either."
                .formatted(
                        name,
                        number(paper),
                        random.inWords(),
                        verdict(),
                        training,
                        byTrack.inWords(),
                        byArtist.inWords());
    }

    private String verdict() {
        if (isReached()) {
            return "reached";
        }
        return random.high() < paper
                ? "missed, as all of the interval lies below"
                : "not reached, but within the interval";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
