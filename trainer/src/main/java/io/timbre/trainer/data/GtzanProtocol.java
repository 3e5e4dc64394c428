package io.timbre.trainer.data;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A way to deal GTZAN's segments out to training, validation and test, from the one that leaks most to those that do not.
 * Each audits what it deals and refuses what shares more than it says.
 *
 * @param word a few letters, for pictures
 * @param name for people
 * @param keptApart what no two parts may share; nothing where a paper's leaking protocol is meant
 * @param honest whether neither a recording nor a known artist may stand in two parts
 * @param given a split that no seed changes; none where the segments are dealt anew
 */
public record GtzanProtocol(
        String word, String name, Set<Grouping> keptApart, boolean honest, Optional<GtzanSplit> given) {

    private static final Set<Grouping> RECORDINGS = Set.of(Grouping.TRACK, Grouping.FINGERPRINT);
    private static final Set<Grouping> ARTISTS = Set.of(Grouping.TRACK, Grouping.FINGERPRINT, Grouping.ARTIST);

    /** To train, choose and test; what has fewer groups cannot be split at all, and is told so. */
    private static final int LEAST_FOLDS = 3;

    public GtzanProtocol {
        keptApart = Set.copyOf(keptApart);
    }

    /** Each segment by itself: those of one track stand in training and in test. */
    public static GtzanProtocol bySegment() {
        return new GtzanProtocol("random", "segments at random", Set.of(), false, Optional.empty());
    }

    /** No recording in two parts; but an artist may be. */
    public static GtzanProtocol byTrack() {
        return new GtzanProtocol("by track", "grouped by track and recording", RECORDINGS, false, Optional.empty());
    }

    /**
     * No recording and no artist in two parts; tracks of artists whom nobody knows are left out, as they could be anyone's.
     */
    public static GtzanProtocol byArtist() {
        return new GtzanProtocol(
                "by artist", "grouped by track, recording and artist", ARTISTS, true, Optional.empty());
    }

    /** The split of Kereliuk, Sturm and Larsen, as they gave it: without faulty tracks, each known artist in one part. */
    public static GtzanProtocol faultFiltered(GtzanSplit split) {
        return new GtzanProtocol(
                "fault-filtered", "fault-filtered and artist-filtered split", ARTISTS, true, Optional.of(split));
    }

    /** What stands or falls together in a test, for an interval: artists where they are kept apart, else tracks. */
    public Grouping unit() {
        return keptApart.contains(Grouping.ARTIST) ? Grouping.ARTIST : Grouping.TRACK;
    }

    /**
     * Splits a data set, by the {@link Shares#thesis() thesis' shares} where it is not given.
     *
     * @throws IllegalArgumentException if it cannot be split, parts share what is kept apart, or a part misses a class
     */
    public Split split(Dataset dataset, long seed) {
        var split = given.map(published -> as(published, dataset)).orElseGet(() -> dealt(dataset, seed));
        audit(split);
        for (var part : Part.values()) {
            requireEveryClass(split, part);
        }
        return split;
    }

    /**
     * Splits for a cross-validation, see {@link Splits#folds}: no more than a class has groups that must be kept apart, so
     * that it can be tested in each.
     *
     * @throws IllegalArgumentException if it cannot be split, folds share what is kept apart, or this is a given split
     */
    public List<Split> folds(Dataset dataset, int folds, long seed) {
        if (given.isPresent()) {
            throw new IllegalArgumentException("folds must be dealt anew: " + name + " is one given split");
        }
        var known = ofWhoIsKnown(dataset);
        var splits = Splits.folds(known, keptApart, Math.min(folds, Math.max(LEAST_FOLDS, fewestGroups(known))), seed);
        splits.forEach(this::audit);
        return splits;
    }

    /** Of the class that has fewest. */
    private int fewestGroups(Dataset dataset) {
        var clusters = Clusters.of(dataset.examples(), keptApart);
        return IntStream.range(0, dataset.classes().size())
                .map(label -> (int) clusters.stream()
                        .filter(cluster -> cluster.stream().anyMatch(example -> example.label() == label))
                        .count())
                .min()
                .orElseThrow();
    }

    private Split dealt(Dataset dataset, long seed) {
        return keptApart.isEmpty()
                ? Splits.random(dataset, Shares.thesis(), seed)
                : Splits.grouped(ofWhoIsKnown(dataset), keptApart, Shares.thesis(), seed);
    }

    private Split as(GtzanSplit published, Dataset dataset) {
        return Splits.given(
                dataset,
                word,
                example -> Optional.ofNullable(example.groups().get(Grouping.TRACK))
                        .flatMap(published::part));
    }

    private void audit(Split split) {
        if (!keptApart.isEmpty()) {
            LeakageAudit.of(split).requireNone(keptApart);
        }
    }

    private Dataset ofWhoIsKnown(Dataset dataset) {
        if (!keptApart.contains(Grouping.ARTIST)) {
            return dataset;
        }
        return new Dataset(
                dataset.source(),
                dataset.inputShape(),
                dataset.classes(),
                dataset.examples().stream()
                        .filter(example -> example.groups().containsKey(Grouping.ARTIST))
                        .toList());
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
}
