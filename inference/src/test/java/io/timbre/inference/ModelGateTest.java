package io.timbre.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.timbre.inference.Samples.Constant;
import io.timbre.networks.model.Champion;
import io.timbre.networks.model.Checkpoint;
import io.timbre.networks.model.ModelDescription;
import io.timbre.networks.model.TrackPrediction;
import io.timbre.schemas.ObjectStore;
import io.timbre.schemas.avro.ModelRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelGateTest {
    private static final Checkpoint SHIPPED = Champion.checkpoint();
    private static final Checkpoint OTHER = SHIPPED.withTemperature(3);
    private static final ModelRelease RELEASE = Samples.release(OTHER, 1);

    @TempDir
    private Path folder;

    private ModelGate gate;

    @BeforeEach
    void store() throws IOException {
        ObjectStore.create(folder).store(RELEASE.getArtefactUri(), OTHER.archive());
        gate = new ModelGate(ObjectStore.at(folder), SHIPPED, ModelGateTest::constant);
    }

    private static ServedModel constant(Checkpoint checkpoint) {
        return new Constant(checkpoint.description(), 0.5f);
    }

    @Test
    void admitsAModelThatIsWhatItsReleaseSays() {
        assertThat(gate.admit(RELEASE).description()).isEqualTo(OTHER.description());
    }

    @Test
    void needsNoArchiveOfTheModelThatShips() {
        assertThat(gate.admit(Samples.release(SHIPPED, 1)).description()).isEqualTo(SHIPPED.description());
        assertThat(gate.shipped().description()).isEqualTo(SHIPPED.description());
    }

    @Test
    void refusesAnArchiveThatIsMissing() throws IOException {
        Files.delete(archive());
        assertRefused(RELEASE, Refusal.MISSING, RELEASE.getArtefactUri());
    }

    @Test
    void refusesNoModelForAStoreThatIsAway() {
        gate = new ModelGate(ObjectStore.at(folder.resolve("unmounted")), SHIPPED, ModelGateTest::constant);
        assertRefused(RELEASE, Refusal.UNREACHABLE, "unmounted");
    }

    @Test
    void refusesAnArchiveOfWhichOneBitHasChanged() throws IOException {
        var bytes = Files.readAllBytes(archive());
        bytes[bytes.length / 2] ^= 1;
        Files.write(archive(), bytes);

        assertRefused(RELEASE, Refusal.CHECKSUM, RELEASE.getArtefactSha256());
    }

    @Test
    void refusesAnArchiveThatWasReleasedInHalf() throws IOException {
        var half = Arrays.copyOf(OTHER.archive(), OTHER.archive().length / 2);
        Files.write(archive(), half);

        assertRefused(
                ModelRelease.newBuilder(RELEASE)
                        .setArtefactSha256(Checkpoint.sha256(half))
                        .build(),
                Refusal.DAMAGED,
                "archive");
    }

    @Test
    void refusesAModelOfAnotherVersionOrOtherClassesThanWereReleased() {
        assertRefused(ModelRelease.newBuilder(RELEASE).setModel("other-1").build(), Refusal.OTHER_MODEL, "other-1");
        assertRefused(
                ModelRelease.newBuilder(RELEASE).setGenres(List.of("blues")).build(), Refusal.OTHER_MODEL, "[blues]");
    }

    @Test
    void refusesAModelOfAnotherFrontEnd() throws IOException {
        assertRefused(ModelRelease.newBuilder(RELEASE).setFingerprint("f00d").build(), Refusal.OTHER_FRONT_END, "f00d");
        var ofScores = Champion.ofScores();
        var release = Samples.release(ofScores, 1);
        ObjectStore.at(folder).store(release.getArtefactUri(), ofScores.archive());

        assertRefused(
                release,
                Refusal.OTHER_FRONT_END,
                ofScores.description().frontEnd().fingerprint());
    }

    @Test
    void refusesAModelThatDoesNotLoad() {
        gate = new ModelGate(ObjectStore.at(folder), SHIPPED, checkpoint -> {
            throw new OutOfMemoryError("native");
        });
        assertRefused(RELEASE, Refusal.BROKEN, "native");
    }

    @Test
    void refusesAndClosesAModelWhoseAnswersAreNoPosteriors() {
        var nowhere = new Nowhere(OTHER.description());
        gate = new ModelGate(ObjectStore.at(folder), SHIPPED, checkpoint -> nowhere);

        assertRefused(RELEASE, Refusal.BROKEN, "NaN");
        assertThat(nowhere.closed).isTrue();
    }

    private void assertRefused(ModelRelease release, Refusal reason, String word) {
        assertThatExceptionOfType(RefusedModelException.class)
                .isThrownBy(() -> gate.admit(release))
                .withMessageContaining(word)
                .extracting(RefusedModelException::refusal)
                .isEqualTo(reason);
    }

    private Path archive() {
        return ObjectStore.at(folder).resolve(RELEASE.getArtefactUri());
    }

    private static final class Nowhere implements ServedModel {
        private final ModelDescription description;
        private boolean closed;

        Nowhere(ModelDescription description) {
            this.description = description;
        }

        @Override
        public ModelDescription description() {
            return description;
        }

        @Override
        public List<TrackPrediction> predict(List<float[][]> tracks) {
            return List.of(Samples.predict(new float[][] {{Float.NaN, 0}}));
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
