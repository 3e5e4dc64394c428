package io.timbre.trainer.learning;

import io.timbre.networks.model.Checkpoint;
import io.timbre.schemas.ObjectStore;
import io.timbre.schemas.avro.ModelRelease;
import io.timbre.schemas.avro.ReleaseVerdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** Models in the object store, each as one archive. */
public final class Artefacts {
    private final ObjectStore store;

    Artefacts(ObjectStore store) {
        this.store = store;
    }

    private static String uri(String model) {
        return "object:models/" + model + ".zip";
    }

    /**
     * Stores a checkpoint, whole and durably.
     *
     * @return what a release says of it, but for how it was judged; the verdict is yet to be set where it is not good
     * @throws UncheckedIOException if the store is away
     */
    ModelRelease store(Checkpoint checkpoint, Instant now) {
        var archive = checkpoint.archive();
        var model = checkpoint.description();
        put(model.version(), archive);
        return ModelRelease.newBuilder()
                .setModel(model.version())
                .setNetwork(model.network())
                .setGenres(model.classes())
                .setFrontEnd(model.frontEnd().name())
                .setFingerprint(model.frontEnd().fingerprint())
                .setArtefactUri(uri(model.version()))
                .setArtefactSha256(Checkpoint.sha256(archive))
                .setVerdict(ReleaseVerdict.RELEASED)
                .setTrainedAt(now)
                .build();
    }

    /**
     * Stores a checkpoint again, in the place of an archive that may have been lost: only if it is the same, byte for byte,
     * since whoever serves the release reads what lies there.
     *
     * @return whether it is
     * @throws UncheckedIOException if the store is away
     */
    boolean restore(Checkpoint checkpoint, ModelRelease release) {
        var archive = checkpoint.archive();
        boolean same = Checkpoint.sha256(archive).equals(release.getArtefactSha256());
        if (same) {
            put(release.getModel(), archive);
        }
        return same;
    }

    private void put(String model, byte[] archive) {
        try {
            store.store(uri(model), archive);
        } catch (IOException e) {
            throw new UncheckedIOException("the object store does not take " + model, e);
        }
    }

    /**
     * The checkpoint of a release.
     *
     * @throws UncheckedIOException if the store is away
     * @throws io.timbre.schemas.RejectedException if nothing lies there, or not what was released
     * @throws IllegalArgumentException if what was released is no checkpoint
     */
    public Checkpoint read(ModelRelease release) {
        return Checkpoint.readArchive(store.read(release.getArtefactUri(), release.getArtefactSha256()));
    }
}
