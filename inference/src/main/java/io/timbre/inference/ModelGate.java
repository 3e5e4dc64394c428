package io.timbre.inference;

import io.timbre.networks.model.Checkpoint;
import io.timbre.schemas.ObjectStore;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import io.timbre.schemas.avro.ModelRelease;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * Lets a released model in when it is what its release says, takes what the features service gives, and answers in
 * posteriors.
 *
 * <p>MXNet keeps about 5 MB for each thread that ever loaded a model: call from few, long-lived ones.
 */
final class ModelGate {
    private static final int TRIED_SEGMENTS = 2;
    private static final float TYPICAL_DECIBELS = -40;
    private static final float SPREAD_DECIBELS = 10;
    private static final double TOLERANCE = 1e-3;

    private final ObjectStore store;
    private final Checkpoint shipped;
    private final Function<Checkpoint, ServedModel> loader;

    /** @param shipped the model that needs no release, of the front end that all others must be of */
    ModelGate(ObjectStore store, Checkpoint shipped, Function<Checkpoint, ServedModel> loader) {
        this.store = store;
        this.shipped = shipped;
        this.loader = loader;
    }

    /** The model that serves until a release says otherwise. */
    ServedModel shipped() {
        return load(shipped);
    }

    /** @throws RefusedModelException if it must not serve */
    ServedModel admit(ModelRelease release) {
        var checkpoint = checkpoint(release);
        var description = checkpoint.description();
        requireSame(Refusal.OTHER_MODEL, "version", release.getModel(), description.version());
        requireSame(Refusal.OTHER_MODEL, "classes", release.getGenres(), description.classes());
        requireSame(Refusal.OTHER_FRONT_END, "release", fingerprint(shipped), release.getFingerprint());
        requireSame(Refusal.OTHER_FRONT_END, "checkpoint", fingerprint(shipped), fingerprint(checkpoint));
        return load(checkpoint);
    }

    /** The model that ships is here already, whatever has become of its archive. */
    private Checkpoint checkpoint(ModelRelease release) {
        if (release.getModel().equals(shipped.description().version())) {
            return shipped;
        }
        var archive = archive(release);
        try {
            return Checkpoint.readArchive(archive);
        } catch (IllegalArgumentException e) {
            throw new RefusedModelException(Refusal.DAMAGED, String.valueOf(e.getMessage()), e);
        }
    }

    private byte[] archive(ModelRelease release) {
        try {
            return store.read(release.getArtefactUri(), release.getArtefactSha256());
        } catch (RejectedException e) {
            var refusal = e.reason() == Reason.DAMAGED_OBJECT ? Refusal.CHECKSUM : Refusal.MISSING;
            throw new RefusedModelException(refusal, e.detail(), e);
        } catch (UncheckedIOException e) {
            throw new RefusedModelException(Refusal.UNREACHABLE, String.valueOf(e.getMessage()), e);
        }
    }

    private static String fingerprint(Checkpoint checkpoint) {
        return checkpoint.description().frontEnd().fingerprint();
    }

    private static void requireSame(Refusal refusal, String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new RefusedModelException(refusal, what + " must be " + expected + ": was " + found);
        }
    }

    /** An error, of memory say, is a reason too: it must not end whoever asks. */
    private ServedModel load(Checkpoint checkpoint) {
        try {
            var model = loader.apply(checkpoint);
            closeUnlessSound(model);
            return model;
        } catch (RuntimeException | Error failure) {
            throw new RefusedModelException(Refusal.BROKEN, String.valueOf(failure.getMessage()), failure);
        }
    }

    private static void closeUnlessSound(ServedModel model) {
        try {
            requirePosteriors(model);
        } catch (RuntimeException | Error failure) {
            model.close();
            throw failure;
        }
    }

    private static void requirePosteriors(ServedModel model) {
        var prediction = model.predict(List.<float[][]>of(noise(model))).getFirst();
        double sum = 0;
        for (float posterior : prediction.posteriors()) {
            sum += posterior;
        }
        // A comparison with what is not a number is false.
        if (!(Math.abs(sum - 1) < TOLERANCE)) {
            throw new IllegalStateException(
                    "posteriors must sum to 1: were " + Arrays.toString(prediction.posteriors()));
        }
    }

    /** Segments of the model's shape, about as loud as music. */
    private static float[][] noise(ServedModel model) {
        int elements = model.description().frontEnd().segmentShape().stream()
                .mapToInt(Integer::intValue)
                .reduce(1, Math::multiplyExact);
        var random = new Random(0);
        var segments = new float[TRIED_SEGMENTS][elements];
        for (var segment : segments) {
            for (int i = 0; i < elements; i++) {
                segment[i] = TYPICAL_DECIBELS + SPREAD_DECIBELS * (float) random.nextGaussian();
            }
        }
        return segments;
    }
}
