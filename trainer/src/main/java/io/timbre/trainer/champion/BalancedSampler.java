package io.timbre.trainer.champion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * Draws tracks for ever, each genre as often as any other however few tracks it has, and within a genre each track as
 * often as any other: genres and tracks are dealt like cards, shuffled again when all are out.
 */
final class BalancedSampler {

    private final Deck<Deck<Renditions>> genres;

    BalancedSampler(List<Renditions> tracks, int classes, Random random) {
        var byLabel = new ArrayList<List<Renditions>>();
        for (int label = 0; label < classes; label++) {
            byLabel.add(new ArrayList<>());
        }
        tracks.forEach(track -> byLabel.get(track.label()).add(track));
        var decks = byLabel.stream()
                .filter(genre -> !genre.isEmpty())
                .map(genre -> new Deck<>(genre, random))
                .toList();
        this.genres = new Deck<>(decks, random);
    }

    Renditions next() {
        return genres.deal().deal();
    }

    /** Passes over so many. */
    void skip(long count) {
        for (long i = 0; i < count; i++) {
            next();
        }
    }

    private static final class Deck<T> {
        private final List<T> cards;
        private final Random random;
        private final Deque<T> left = new ArrayDeque<>();

        Deck(List<T> cards, Random random) {
            this.cards = new ArrayList<>(cards);
            this.random = random;
        }

        T deal() {
            if (left.isEmpty()) {
                Collections.shuffle(cards, random);
                left.addAll(cards);
            }
            return left.removeFirst();
        }
    }
}
