package io.timbre.trainer.learning;

import io.timbre.schemas.Releases;
import io.timbre.schemas.avro.ModelRelease;
import io.timbre.schemas.avro.ReleaseVerdict;
import java.time.Instant;
import java.util.Optional;

/** Whether a challenger that may serve does so at once, or waits until somebody says so. */
enum Promotion {
    AUTOMATIC,
    BY_HAND;

    /** The release as it is announced: promoted, if that is to be, and if it beat the model that serves now. */
    ModelRelease place(ModelRelease release, Releases known, Instant now) {
        if (release.getVerdict() != ReleaseVerdict.RELEASED || this == BY_HAND) {
            return release;
        }
        var serving = known.champion().map(ModelRelease::getModel).orElse("");
        var beaten = release.getJudgement().getChampion().getModel();
        if (!beaten.equals(serving)) {
            return ModelRelease.newBuilder(release)
                    .setReason(release.getReason() + "; not promoted, since " + serving + " serves by now and not "
                            + beaten)
                    .build();
        }
        return new Succession(known).promote(release, now).getFirst();
    }

    /**
     * The model that this service came with serves until one was trained here; one that reads other features than the
     * champion serves at once, since there will be no others from now on. If it is known, all that is known of it stays, but its archive may
     * read otherwise with another version of Timbre, and is what lies in the object store by now. Nothing if it does not.
     */
    static Optional<ModelRelease> ofShipped(ModelRelease shipped, Releases known, Instant now) {
        var before = known.byModel().get(shipped.getModel());
        if (before != null) {
            return Optional.of(shipped.getArtefactSha256())
                    .filter(sha256 -> !sha256.equals(before.getArtefactSha256()))
                    .map(sha256 -> ModelRelease.newBuilder(before)
                            .setArtefactSha256(sha256)
                            .build());
        }
        boolean serves = known.champion()
                .filter(champion -> champion.getLineage() != null)
                .filter(champion -> champion.getFingerprint().equals(shipped.getFingerprint()))
                .isEmpty();
        return Optional.of(serves ? new Succession(known).promote(shipped, now).getFirst() : shipped);
    }
}
