package io.timbre.trainer.learning;

import io.timbre.schemas.Releases;
import io.timbre.schemas.avro.ModelRelease;
import io.timbre.schemas.avro.ReleaseVerdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which model serves after which, and which runs beside it. Every change is given as the releases that it changes, none
 * where things are so already.
 */
record Succession(Releases releases) {

    Optional<ModelRelease> find(String model) {
        return Optional.ofNullable(releases.byModel().get(model));
    }

    boolean isChampion(ModelRelease release) {
        return releases.champion()
                .filter(champion -> champion.getModel().equals(release.getModel()))
                .isPresent();
    }

    /**
     * Lets a model serve, which need not be among these yet.
     *
     * @throws Refusal if it was rejected
     */
    List<ModelRelease> promote(ModelRelease release, Instant now) {
        if (isChampion(release)) {
            return List.of();
        }
        if (release.getVerdict() != ReleaseVerdict.RELEASED) {
            throw Refusal.of(release.getModel() + " was rejected: " + release.getReason());
        }
        return List.of(ModelRelease.newBuilder(release)
                .setPromotion(
                        1 + releases.champion().map(ModelRelease::getPromotion).orElse(0L))
                .setPromotedAt(now)
                .setShadow(false)
                .setReclassification(0)
                .build());
    }

    /** @throws Refusal as {@link #promote(ModelRelease, Instant)}, or if there is no such model */
    List<ModelRelease> promote(String model, Instant now) {
        return promote(require(model), now);
    }

    /**
     * Lets the model serve again that served before.
     *
     * @throws Refusal if there is none
     */
    List<ModelRelease> rollBack(Instant now) {
        return promote(
                releases.champions().stream()
                        .skip(1)
                        .findFirst()
                        .orElseThrow(
                                () -> Refusal.of("no model served before the one that serves: nothing to go back to")),
                now);
    }

    /**
     * Lets the model serve again that served before one; nothing changes where that one does not serve, such as when two
     * people ask for the same rollback.
     *
     * @throws Refusal as {@link #rollBack(Instant)}
     */
    List<ModelRelease> rollBack(String left, Instant now) {
        return find(left).filter(this::isChampion).isPresent() ? rollBack(now) : List.of();
    }

    /**
     * Lets a model run beside the champion, in the place of the one that does: two models are all that one machine is
     * asked to run.
     *
     * @throws Refusal if there is no such model, or it serves
     */
    List<ModelRelease> shadow(String model) {
        var release = require(model);
        if (isChampion(release)) {
            throw Refusal.of(model + " serves: it cannot run beside itself");
        }
        var others = releases.byModel().values().stream()
                .filter(ModelRelease::getShadow)
                .sorted(Comparator.comparing(ModelRelease::getModel))
                .filter(other -> !other.getModel().equals(model))
                .map(other -> withShadow(other, false));
        return release.getShadow()
                ? others.toList()
                : Stream.concat(others, Stream.of(withShadow(release, true))).toList();
    }

    /** @throws Refusal if there is no such model */
    List<ModelRelease> endShadow(String model) {
        var release = require(model);
        return release.getShadow() ? List.of(withShadow(release, false)) : List.of();
    }

    private static ModelRelease withShadow(ModelRelease release, boolean shadow) {
        return ModelRelease.newBuilder(release).setShadow(shadow).build();
    }

    /**
     * Lets the champion classify the catalogue again.
     *
     * @throws Refusal if there is no such model, or it does not serve
     */
    List<ModelRelease> reclassify(String model) {
        var release = require(model);
        if (!isChampion(release)) {
            throw Refusal.of(model + " does not serve: promote it first");
        }
        return release.getReclassification() == release.getPromotion()
                ? List.of()
                : List.of(ModelRelease.newBuilder(release)
                        .setReclassification(release.getPromotion())
                        .build());
    }

    private ModelRelease require(String model) {
        return find(model).orElseThrow(() -> Refusal.unknown(model));
    }
}
