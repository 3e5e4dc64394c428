package io.timbre.trainer.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.networks.engine.Placement;
import io.timbre.networks.model.Checkpoint;
import io.timbre.schemas.ObjectStore;
import io.timbre.schemas.Releases;
import io.timbre.schemas.avro.LearningAction;
import io.timbre.schemas.avro.LearningCause;
import io.timbre.schemas.avro.LearningRequest;
import io.timbre.schemas.avro.ModelRelease;
import io.timbre.schemas.avro.ReleaseVerdict;
import io.timbre.schemas.avro.TrainingStatus;
import io.timbre.trainer.champion.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real training of the real network, on sixty tracks of one segment. */
class FineTuningTest {
    private static final int TRACKS = 60;
    private static final LearningSettings SETTINGS =
            new LearningSettings(new Shares(0.3, 0.2), new Bar(10, 4, 0.1, 5, true), 20, 1000, 2);
    private static final Checkpoint CHAMPION = Catalogue.stranger(1);

    @TempDir
    private Path folder;

    private final LogByHand log = new LogByHand();
    private Artefacts artefacts;
    private Learning learning;
    private Releases releases = Releases.none();

    @BeforeEach
    void open() {
        artefacts = new Artefacts(ObjectStore.create(folder.resolve("objects")));
        learning = new Learning(
                "training-examples",
                log,
                artefacts,
                new FineTuning(TrainingSettings.fineTuning(), Placement.STANDARD),
                SETTINGS,
                folder.resolve("states"));
        known(new Succession(releases)
                .promote(artefacts.store(CHAMPION, Samples.THEN), Samples.THEN)
                .getFirst());
    }

    @Test
    void labelsThatAreRightGiveAModelThatMayServeAndComesOutAgainFromItsLineage() throws IOException {
        log.snapshots.add(Catalogue.of(TRACKS, Catalogue::truth));

        var outcome = learn("run", LearningCause.PERSON, null);

        assertThat(outcome.reason()).contains("points");
        assertThat(outcome.status()).isEqualTo(TrainingStatus.RELEASED);
        var release = outcome.release().orElseThrow();
        assertThat(release.getLineage()).satisfies(lineage -> {
            assertThat(lineage.getParent()).isEqualTo(CHAMPION.description().version());
            assertThat(lineage.getOffsets()).containsExactly(1L);
            assertThat(lineage.getExamples()).isEqualTo(TRACKS);
        });
        assertThat(artefacts.read(release).description().version()).isEqualTo(release.getModel());
        assertThat(artefacts.read(release).reference()).hasValueSatisfying(reference -> {
            assertThat(reference.tracksFrom()).startsWith("test tracks of 60 labelled tracks");
            assertThat(reference.tracks()).isEqualTo(release.getJudgement().getTracks());
        });
        assertThat(folder.resolve("states")).isEmptyDirectory();
        assertThat(artefacts.read(release).card())
                .contains("POST /api/training-runs {\"rebuild\": \"" + release.getModel() + "\"}")
                .doesNotContain("| test | 0 |");

        known(release);
        log.snapshots.add(Catalogue.of(3, Catalogue::truth));
        var archive = folder.resolve("objects/models/" + release.getModel() + ".zip");
        Files.delete(archive);
        var rebuilt = learn("again", LearningCause.PERSON, release.getModel());

        assertThat(rebuilt.reason()).isEqualTo("rebuilt from its lineage, byte for byte");
        assertThat(rebuilt.model()).contains(release.getModel());
        assertThat(rebuilt.release()).isEmpty();
        assertThat(Checkpoint.sha256(Files.readAllBytes(archive))).isEqualTo(release.getArtefactSha256());
    }

    @Test
    void labelsDrawnByChanceGiveAModelThatIsKeptAndRejected() {
        var random = new Random(4);
        log.snapshots.add(Catalogue.of(TRACKS, i -> Catalogue.GENRES.get(random.nextInt(3))));

        var outcome = learn("run", LearningCause.PERSON, null);

        assertThat(outcome.status()).isEqualTo(TrainingStatus.REJECTED);
        assertThat(outcome.reason()).contains("may be chance");
        assertThat(outcome.release()).hasValueSatisfying(release -> {
            assertThat(release.getVerdict()).isEqualTo(ReleaseVerdict.REJECTED);
            assertThat(artefacts.read(release)).isNotNull();
        });
    }

    private Outcome learn(String run, LearningCause cause, @Nullable String rebuilt) {
        return learning.learn(job(run, cause, rebuilt), new Stages());
    }

    private TrainingJob job(String run, LearningCause cause, @Nullable String rebuilt) {
        return new TrainingJob(new LearningRequest(run, LearningAction.TRAIN, rebuilt, cause, Samples.THEN), releases);
    }

    private void known(ModelRelease release) {
        releases = releases.with(release.getModel(), release);
    }
}
