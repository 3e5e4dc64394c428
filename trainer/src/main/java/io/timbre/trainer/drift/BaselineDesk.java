package io.timbre.trainer.drift;

import io.timbre.schemas.avro.ArrivedTrack;
import io.timbre.schemas.avro.DriftBaseline;
import io.timbre.schemas.avro.DriftChoice;
import io.timbre.schemas.avro.ModelRelease;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Takes requests about baselines. A past window is sampled from the tracks that are remembered, the last 2,000 of a source;
 * what becomes of it goes through the log.
 */
final class BaselineDesk {
    /** Their names are read by the topology, all of them, and each is a few hundred kilobytes. */
    static final int MOST = 50;

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

    private static final Comparator<ArrivedTrack> LATEST_FIRST =
            Comparator.comparing(ArrivedTrack::getAcceptedAt).reversed();

    private final KnownDrift known;
    private final Supplier<Optional<ModelRelease>> champion;
    private final ChampionReferences references;
    private final DriftLog log;

    BaselineDesk(
            KnownDrift known, Supplier<Optional<ModelRelease>> champion, ChampionReferences references, DriftLog log) {
        this.known = known;
        this.champion = champion;
        this.references = references;
        this.log = log;
    }

    /**
     * Which tracks a baseline is made of.
     *
     * @param source empty for those of all sources
     * @param from when the first may have been accepted
     * @param to when the last may have been accepted
     * @param last so many of them, those that were accepted last
     */
    record Wish(String name, String source, Instant from, Instant to, OptionalInt last) {}

    /**
     * Makes a baseline of a past window, in the place of the one of that name if there is one.
     *
     * @throws DriftRefusal if the name will not do, or too few of the tracks are remembered
     */
    DriftBaseline make(Wish wish) {
        requireFit(wish.name());
        var release = champion.get()
                .orElseThrow(() -> DriftRefusal.conflict("No model serves yet.", "Ask again in a few seconds."));
        var tracks = tracks(wish, release.getModel());
        if (tracks.size() < Baseline.SMALLEST) {
            throw DriftRefusal.conflict(
                    "A baseline takes " + Baseline.SMALLEST + " tracks by the model that serves, of the last "
                            + Baseline.LARGEST + " of its source: there are " + tracks.size() + ".",
                    "Name a longer span, or come back when more tracks have arrived.");
        }
        var baseline = stored(wish, tracks, references.of(release));
        log.announce(baseline);
        return baseline;
    }

    private void requireFit(String name) {
        if (!NAME.matcher(name).matches() || name.equals(ChampionReference.NAME)) {
            throw DriftRefusal.malformed(
                    "A name has small letters, digits, dots, hyphens and underscores only, 63 at most, and is not "
                            + ChampionReference.NAME + ": was " + name,
                    "Choose another name.");
        }
        if (known.baseline(name).isEmpty() && known.baselines().size() >= MOST) {
            throw DriftRefusal.conflict(
                    "There are " + MOST + " baselines.", "Make it in the place of one that is not used, by its name.");
        }
    }

    private List<ArrivedTrack> tracks(Wish wish, String model) {
        return known.recentTracks(wish.source()).stream()
                .filter(track -> track.getModel().equals(model))
                .filter(track -> !track.getAcceptedAt().isBefore(wish.from())
                        && !track.getAcceptedAt().isAfter(wish.to()))
                .sorted(LATEST_FIRST)
                .limit(wish.last().orElse(Baseline.LARGEST))
                .toList();
    }

    private static DriftBaseline stored(Wish wish, List<ArrivedTrack> tracks, ChampionReference reference) {
        var observer = reference.observer(tracks.getFirst().getEmbedding().size());
        var baseline = Baseline.of(
                wish.name(),
                observer,
                tracks.stream().map(track -> Observations.of(track, reference)).toList());
        return DriftBaseline.newBuilder()
                .setName(wish.name())
                .setSource(wish.source().isEmpty() ? null : wish.source())
                .setModel(baseline.model())
                .setGenres(baseline.genres())
                .setFrom(tracks.getLast().getAcceptedAt())
                .setTo(tracks.getFirst().getAcceptedAt())
                .setObservations(ChosenBaseline.stored(baseline))
                .setMadeAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .build();
    }

    /**
     * Lets a source's windows be compared with a baseline from now on.
     *
     * @param source empty for the windows over all sources
     * @throws DriftRefusal if there is no such baseline, or it is of a model that does not serve
     */
    void use(String name, String source) {
        if (!name.equals(ChampionReference.NAME)) {
            var model = known.baseline(name)
                    .orElseThrow(() -> DriftRefusal.unknown(name))
                    .getModel();
            if (champion.get()
                    .filter(serving -> serving.getModel().equals(model))
                    .isEmpty()) {
                throw DriftRefusal.conflict(
                        name + " is of " + model + ", which does not serve: what two models say cannot be compared.",
                        "Make a baseline of what the model says that serves.");
            }
        }
        log.announce(new DriftChoice(
                source.isEmpty() ? null : source, name, Instant.now().truncatedTo(ChronoUnit.MILLIS)));
    }

    /** Name of the baseline that a source's windows are compared with, by the model that serves. */
    String inUse(String source) {
        var model = champion.get().map(ModelRelease::getModel).orElse("");
        return new Choices(known::choice, known::baseline)
                .of(source, model)
                .map(DriftBaseline::getName)
                .orElse(ChampionReference.NAME);
    }
}
