package io.timbre.trainer.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timbre.networks.model.Checkpoint;
import io.timbre.schemas.ObjectStore;
import io.timbre.schemas.Releases;
import io.timbre.schemas.avro.LearningAction;
import io.timbre.schemas.avro.LearningCause;
import io.timbre.schemas.avro.LearningRequest;
import io.timbre.schemas.avro.ModelRelease;
import io.timbre.schemas.avro.ReleaseVerdict;
import io.timbre.schemas.avro.TrainingExample;
import io.timbre.schemas.avro.TrainingStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What surrounds a training; see {@link FineTuningTest} for the training itself. */
class LearningTest {
    private static final int TRACKS = 60;
    private static final LearningSettings SETTINGS =
            new LearningSettings(new Shares(0.3, 0.2), new Bar(10, 4, 0.1, 5, true), 20, 1000, 1);
    private static final Checkpoint CHAMPION = Catalogue.stranger(1);

    @TempDir
    private Path folder;

    private final LogByHand log = new LogByHand();
    private final Diligent teacher = new Diligent();
    private Artefacts artefacts;
    private Learning learning;
    private Releases releases = Releases.none();

    /** Takes an epoch, and then gives a model that has learnt nothing. */
    private static final class Diligent implements Teacher {
        final List<Path> states = new ArrayList<>();
        final List<Integer> tracks = new ArrayList<>();
        boolean killed;
        String card = "# A stranger\n";

        @Override
        public Checkpoint teach(Checkpoint parent, SplitTracks of, Lesson lesson, Path state, Stages stages) {
            states.add(state);
            tracks.add(of.parts().values().stream().mapToInt(List::size).sum());
            if (killed) {
                stages.abandon();
            }
            stages.at("training", Learning.fitted(0.5));
            return Catalogue.stranger(lesson.seed(), card);
        }
    }

    @BeforeEach
    void open() {
        artefacts = new Artefacts(ObjectStore.create(folder.resolve("objects")));
        learning = new Learning("training-examples", log, artefacts, teacher, SETTINGS, folder.resolve("states"));
        known(new Succession(releases)
                .promote(artefacts.store(CHAMPION, Samples.THEN), Samples.THEN)
                .getFirst());
    }

    @Test
    void aRunThatWasKilledGoesOnWithItsOwnSnapshotAndItsOwnState() {
        log.snapshots.add(Catalogue.of(TRACKS, Catalogue::truth));
        teacher.killed = true;
        assertThatThrownBy(() -> learn("run", LearningCause.PERSON, null)).isInstanceOf(CancellationException.class);
        teacher.killed = false;
        log.snapshots.add(Catalogue.of(6, Catalogue::truth));

        learn("run", LearningCause.PERSON, null);

        assertThat(teacher.tracks).containsExactly(TRACKS, TRACKS);
        assertThat(teacher.states).hasSize(2).containsOnly(teacher.states.getFirst());
        assertThat(folder.resolve("states")).isEmptyDirectory();
    }

    @Test
    void aScheduledRunIsNotWorthFewNewLabels() {
        log.snapshots.add(Catalogue.of(19, Catalogue::truth));

        var outcome = learn("night", LearningCause.SCHEDULE, null);

        assertThat(outcome.status()).isEqualTo(TrainingStatus.SKIPPED);
        assertThat(outcome.reason()).contains("19 new labels of the 20");
    }

    @Test
    void labelsCountAsNewOnceOnly() {
        log.snapshots.add(Catalogue.of(TRACKS, Catalogue::truth));
        known(learn("first", LearningCause.SCHEDULE, null).release().orElseThrow());
        log.snapshots.add(Catalogue.of(TRACKS + 5, Catalogue::truth));

        assertThat(learn("second", LearningCause.SCHEDULE, null).reason()).contains("5 new labels of the 20");
    }

    /** A catalogue of long ago is imported; somebody's clock stood at 2999. */
    @Test
    void labelsAreNewByWhenTheyCameAndNotByWhatTheySay() {
        var first = Catalogue.of(TRACKS, Catalogue::truth);
        first.set(0, labelled(first.getFirst(), Instant.parse("2999-01-01T00:00:00Z")));
        log.snapshots.add(first);
        known(learn("first", LearningCause.SCHEDULE, null).release().orElseThrow());
        var second = new ArrayList<>(first);
        Catalogue.of(TRACKS + 25, Catalogue::truth).stream()
                .skip(TRACKS)
                .forEach(example -> second.add(labelled(example, Instant.EPOCH)));
        log.snapshots.add(second);

        assertThat(learn("second", LearningCause.SCHEDULE, null).status()).isNotEqualTo(TrainingStatus.SKIPPED);
    }

    private static TrainingExample labelled(TrainingExample example, Instant when) {
        return TrainingExample.newBuilder(example).setLabelledAt(when).build();
    }

    @Test
    void aTestThatIsTooSmallJudgesNobody() {
        log.snapshots.add(Catalogue.of(20, Catalogue::truth));

        var outcome = learn("run", LearningCause.PERSON, null);

        assertThat(outcome.status()).isEqualTo(TrainingStatus.REJECTED);
        assertThat(outcome.reason()).contains("the test has");
        assertThat(outcome.release()).isEmpty();
    }

    @Test
    void aModelIsNotRebuiltFromALogThatHasLostItsExamples() {
        log.snapshots.add(Catalogue.of(TRACKS, Catalogue::truth));
        var release = Samples.challenger("lost", CHAMPION.description().version(), ReleaseVerdict.RELEASED);
        known(release);

        var outcome = learn("again", LearningCause.PERSON, "lost");

        assertThat(outcome.status()).isEqualTo(TrainingStatus.FAILED);
        assertThat(outcome.reason()).contains("the log holds other examples");
    }

    /** A model card of another version of Timbre: who serves the release would find other bytes than were released. */
    @Test
    void aRebuiltArchiveThatReadsOtherwiseDoesNotTakeThePlaceOfTheOneThatServes() throws IOException {
        log.snapshots.add(Catalogue.of(TRACKS, Catalogue::truth));
        var release = learn("first", LearningCause.PERSON, null).release().orElseThrow();
        known(release);
        var archive = folder.resolve("objects/models/" + release.getModel() + ".zip");
        var released = Files.readAllBytes(archive);
        teacher.card = "# Words of today\n";

        var outcome = learn("again", LearningCause.PERSON, release.getModel());

        assertThat(outcome.status()).isEqualTo(TrainingStatus.FAILED);
        assertThat(outcome.reason()).contains("the same weights, but the archive reads otherwise");
        assertThat(Files.readAllBytes(archive)).isEqualTo(released);
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
