package io.timbre.trainer.learning;

import io.timbre.networks.model.Checkpoint;
import io.timbre.schemas.ObjectStore;
import io.timbre.schemas.avro.ModelRelease;
import io.timbre.schemas.avro.ReleaseVerdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;

/** Models in the object store, each as one archive. */
final class Artefacts {
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
        try {
            store.store(uri(model.version()), archive);
        } catch (IOException e) {
            throw new UncheckedIOException("the object store does not take " + model.version(), e);
        }
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
     * The checkpoint of a release.
     *
     * @throws UncheckedIOException if the store is away
     * @throws io.timbre.schemas.RejectedException if nothing lies there
     * @throws IllegalArgumentException if what lies there is not what was released
     */
    Checkpoint read(ModelRelease release) {
        try {
            var archive = Files.readAllBytes(store.require(release.getArtefactUri()));
            if (!Checkpoint.sha256(archive).equals(release.getArtefactSha256())) {
                throw new IllegalArgumentException(release.getArtefactUri() + " is damaged: its hash must be "
                        + release.getArtefactSha256() + ", was " + Checkpoint.sha256(archive));
            }
            return Checkpoint.readArchive(archive);
        } catch (IOException e) {
            throw new UncheckedIOException("the object store does not give " + release.getModel(), e);
        }
    }
}
