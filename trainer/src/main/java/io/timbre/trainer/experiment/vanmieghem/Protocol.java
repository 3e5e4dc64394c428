package io.timbre.trainer.experiment.vanmieghem;

import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Grouping;
import io.timbre.trainer.data.GtzanSplit;
import io.timbre.trainer.data.LeakageAudit;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.Shares;
import io.timbre.trainer.data.Split;
import io.timbre.trainer.data.Splits;
import java.util.Optional;
import java.util.Set;

/**
 * How segments are dealt out to training, validation and test.
 *
 * @param word a few letters for pictures
 * @param name for people
 * @param keptApart what no two parts may share; a split that shares it is refused
 * @param honest whether nothing that could help is shared
 */
record Protocol(String word, String name, Set<Grouping> keptApart, boolean honest, Rule rule) {

    @FunctionalInterface
    interface Rule {
        Split split(Dataset dataset, long seed);
    }

    /** As the thesis does it: segments of one song land in training and test. */
    static Protocol fragments() {
        return new Protocol(
                "random",
                "segments at random, 70/15/15 (the thesis')",
                Set.of(),
                false,
                (dataset, seed) -> Splits.random(dataset, Shares.thesis(), seed));
    }

    /** No song in two parts; but an artist may be. */
    static Protocol tracks() {
        var kinds = Set.of(Grouping.TRACK, Grouping.FINGERPRINT);
        return new Protocol(
                "by track",
                "grouped by track and recording, 70/15/15",
                kinds,
                false,
                (dataset, seed) -> Splits.grouped(dataset, kinds, Shares.thesis(), seed));
    }

    /** No song and no artist in two parts; tracks of artists whom nobody knows are left out, as they could be anyone's. */
    static Protocol artists() {
        var kinds = Set.of(Grouping.TRACK, Grouping.FINGERPRINT, Grouping.ARTIST);
        return new Protocol(
                "by artist",
                "grouped by track, recording and artist, 70/15/15",
                kinds,
                true,
                (dataset, seed) -> Splits.grouped(ofKnownArtists(dataset), kinds, Shares.thesis(), seed));
    }

    /** The split of Kereliuk, Sturm and Larsen, without faulty tracks and with each artist in one part. */
    static Protocol faultFiltered(GtzanSplit split) {
        return new Protocol(
                "fault-filtered",
                "fault-filtered and artist-filtered split",
                Set.of(Grouping.TRACK, Grouping.FINGERPRINT, Grouping.ARTIST),
                true,
                (dataset, seed) -> Splits.given(
                        dataset, "fault-filtered", example -> track(example).flatMap(split::part)));
    }

    /**
     * Splits a data set.
     *
     * @throws IllegalArgumentException if parts share what must be kept apart, or a part misses a class
     */
    Split split(Dataset dataset, long seed) {
        var split = rule.split(dataset, seed);
        LeakageAudit.of(split).requireNone(keptApart);
        for (var part : Part.values()) {
            requireEveryClass(split, part);
        }
        return split;
    }

    private void requireEveryClass(Split split, Part part) {
        var classes = split.dataset().classes();
        var present = split.of(part).stream().map(Example::label).distinct().toList();
        for (int label = 0; label < classes.size(); label++) {
            if (!present.contains(label)) {
                throw new IllegalArgumentException(String.format(
                        "%s must have every class of %s (%s): has no %s",
                        part, split.dataset().source(), name, classes.get(label)));
            }
        }
    }

    private static Dataset ofKnownArtists(Dataset dataset) {
        return new Dataset(
                dataset.source(),
                dataset.inputShape(),
                dataset.classes(),
                dataset.examples().stream()
                        .filter(example -> example.groups().containsKey(Grouping.ARTIST))
                        .toList());
    }

    private static Optional<String> track(Example example) {
        return Optional.ofNullable(example.groups().get(Grouping.TRACK));
    }
}
