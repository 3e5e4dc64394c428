package io.timbre.trainer.experiment.stephen;

import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.MidiGenres;
import io.timbre.trainer.data.MidiPiece;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The paper's two classes in {@code midi_genres}. Electronic is what {@code di01096} calls dance and {@code bsubedi26}
 * misc: all files of that folder are named after producers of hardstyle. Jazz stands in all three collections.
 */
final class ElectronicAndJazz {

    static final String JAZZ = "jazz";
    static final String ELECTRONIC = "electronic";

    /** Jazz first, the larger class: a single unit that is dead at 0 names it, as the paper's did. */
    static final List<String> CLASSES = List.of(JAZZ, ELECTRONIC);

    /** The share of the larger class in the paper's data, which its first iteration's accuracy gives away. */
    static final double PUBLISHED_SHARE = 0.7599;

    private ElectronicAndJazz() {}

    /** The genre of a piece, where collections differ in words under one of them. */
    static String genre(MidiPiece piece) {
        return switch (piece.genre()) {
            case "dance", "misc" -> ELECTRONIC;
            default -> piece.genre();
        };
    }

    /** All pieces of the two. */
    static Dataset all(MidiGenres midi) {
        return midi.dataset(
                "midi_genres: electronic and jazz",
                CLASSES,
                piece -> Optional.of(genre(piece)).filter(CLASSES::contains));
    }

    /** All electronic pieces and as many drawn of jazz as make its share the paper's, or all where they are too few. */
    static Dataset asPublished(Dataset all, long seed) {
        var jazz = new ArrayList<Example>();
        var kept = new HashSet<Example>();
        all.examples().forEach(example -> (is(JAZZ, example) ? jazz : kept).add(example));
        long wanted = Math.round(kept.size() * PUBLISHED_SHARE / (1 - PUBLISHED_SHARE));
        Collections.shuffle(jazz, new Random(seed));
        jazz.stream().limit(wanted).forEach(kept::add);
        return new Dataset(
                all.source() + ", jazz drawn to the paper's share",
                all.inputShape(),
                all.classes(),
                all.examples().stream().filter(kept::contains).toList());
    }

    static boolean is(String name, Example example) {
        return CLASSES.get(example.label()).equals(name);
    }

    /** Whose file an example is. */
    static String collection(Example example) {
        return example.id().substring(0, example.id().indexOf('/'));
    }
}
