package io.timbre.trainer.learning;

import io.timbre.networks.model.Checkpoint;
import io.timbre.schemas.avro.LearningCause;
import io.timbre.schemas.avro.Lineage;
import io.timbre.schemas.avro.ModelRelease;
import io.timbre.schemas.avro.TrainingStatus;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.example.ExampleSnapshot;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One training run from the log to a judged model: reads a snapshot, splits it, fits the champion's weights further, and
 * compares both on the test. What it makes depends on the snapshot and the champion alone.
 */
final class Learning {
    private static final String MOST_EXAMPLES = "most_examples";
    private static final String TEST_SHARE = "test_share";
    private static final String VALIDATION_SHARE = "validation_share";
    private static final String EPOCHS = "epochs";

    /** Of a hash, which a long holds without its sign. */
    private static final int SEED_DIGITS = 15;

    private static final double READ = 0.05;
    private static final double SPLIT = 0.15;
    private static final double TRAINED = 0.95;

    private final String topic;
    private final ExampleSource examples;
    private final Artefacts artefacts;
    private final Teacher teacher;
    private final LearningSettings settings;
    private final Path states;

    /**
     * @param topic of the examples, for the lineage
     * @param states where runs leave what they go on from
     */
    Learning(
            String topic,
            ExampleSource examples,
            Artefacts artefacts,
            Teacher teacher,
            LearningSettings settings,
            Path states) {
        this.topic = topic;
        this.examples = examples;
        this.artefacts = artefacts;
        this.teacher = teacher;
        this.settings = settings;
        this.states = states;
    }

    /** The share of the whole run that is done when so much of the fit is. */
    static double fitted(double share) {
        return SPLIT + (TRAINED - SPLIT) * share;
    }

    /** Begins the run anew, should it be worked on again. */
    void forget(TrainingJob job) {
        folder(job).remove();
    }

    private RunFolder folder(TrainingJob job) {
        return RunFolder.of(states, job.request().getRequestId());
    }

    /**
     * Works on a run, from where it was left.
     *
     * @throws java.io.UncheckedIOException if the object store is away
     * @throws org.apache.kafka.common.KafkaException if the log is
     * @throws java.util.concurrent.CancellationException if it is not wanted any more
     */
    Outcome learn(TrainingJob job, Stages stages) {
        var rebuilt = job.request().getModel();
        var outcome = rebuilt == null ? train(job, stages) : rebuild(job, rebuilt, stages);
        folder(job).remove();
        return outcome;
    }

    private Outcome train(TrainingJob job, Stages stages) {
        stages.at("reading", 0);
        var folder = folder(job);
        var offsets = folder.offsets().orElseGet(examples::latestOffsets);
        folder.begin(offsets);
        var snapshot = examples.read(offsets, settings.mostExamples());
        int newLabels = newLabels(snapshot, job);
        stages.found(snapshot.examples().size(), newLabels);
        if (job.request().getCause() == LearningCause.SCHEDULE && newLabels < settings.leastNewLabels()) {
            return Outcome.without(
                    TrainingStatus.SKIPPED,
                    "%d new labels of the %d that a scheduled run is worth"
                            .formatted(newLabels, settings.leastNewLabels()));
        }
        return challenge(job, snapshot, stages);
    }

    private static int newLabels(ExampleSnapshot snapshot, TrainingJob job) {
        var last = job.releases().byModel().values().stream()
                .filter(release -> release.getLineage() != null)
                .max(Comparator.comparing(ModelRelease::getTrainedAt))
                .map(release -> release.getLineage().getOffsets())
                .orElse(List.of());
        return snapshot.newSince(last);
    }

    private Outcome challenge(TrainingJob job, ExampleSnapshot snapshot, Stages stages) {
        var champion = job.releases().champion().orElseThrow();
        stages.at("splitting", READ);
        var tracks = split(snapshot, champion, settings.shares());
        var judge = new Judge(champion.getGenres(), settings.bar());
        var objection = objection(judge, tracks);
        if (objection.isPresent()) {
            return Outcome.without(TrainingStatus.REJECTED, objection.get());
        }
        var parent = artefacts.read(champion);
        var lesson = new Lesson(source(snapshot, tracks), seed(snapshot), settings.epochs());
        stages.at("training", SPLIT);
        var challenger = teacher.teach(parent, tracks, lesson, folder(job).fit(), stages);
        var known = job.releases().byModel().get(challenger.description().version());
        if (known != null) {
            return Outcome.again(known, known.getModel() + " has come out again: nothing was learnt");
        }
        stages.at("judging", TRAINED);
        var test = tracks.of(Part.TEST);
        var tested = TestTracks.ask(challenger, test);
        var judged = judge.judge(tracks.testSha256(), tested, TestTracks.ask(parent, test));
        var kept = challenger.withReference(tested.reference(testOf(lesson)));
        var release = ModelRelease.newBuilder(artefacts.store(kept, Instant.now()))
                .setVerdict(judged.verdict())
                .setReason(judged.reason())
                .setJudgement(judged.judgement())
                .setLineage(lineage(job, snapshot, champion, lesson, challenger))
                .build();
        return Outcome.of(release, judged.waits());
    }

    /** Tracks of other genres, or of another front end, teach this model nothing. */
    private static SplitTracks split(ExampleSnapshot snapshot, ModelRelease champion, Shares shares) {
        return SplitTracks.of(
                snapshot.examples().stream()
                        .map(example -> LabelledTrack.of(example, champion.getGenres(), champion.getFingerprint()))
                        .flatMap(Optional::stream)
                        .toList(),
                shares);
    }

    private static Optional<String> objection(Judge judge, SplitTracks tracks) {
        for (var part : new Part[] {Part.TRAINING, Part.VALIDATION}) {
            if (tracks.of(part).isEmpty()) {
                return Optional.of("no track is left for " + part.name().toLowerCase(Locale.ROOT)
                        + ": label tracks of more artists");
            }
        }
        return judge.tooSmall(tracks.of(Part.TEST).size(), tracks.artists(Part.TEST));
    }

    private String source(ExampleSnapshot snapshot, SplitTracks tracks) {
        return "%d labelled tracks of the topic %s before the offsets %s, %d copies and %d in dispute left out"
                .formatted(snapshot.examples().size(), topic, snapshot.offsets(), tracks.copies(), tracks.conflicts());
    }

    private static String testOf(Lesson lesson) {
        return "test tracks of " + lesson.source();
    }

    private static long seed(ExampleSnapshot snapshot) {
        return Long.parseLong(snapshot.sha256().substring(0, SEED_DIGITS), 16);
    }

    private Lineage lineage(
            TrainingJob job, ExampleSnapshot snapshot, ModelRelease champion, Lesson lesson, Checkpoint challenger) {
        var used = new TreeMap<>(challenger.description().training().settings());
        used.put(MOST_EXAMPLES, String.valueOf(settings.mostExamples()));
        used.put(TEST_SHARE, String.valueOf(settings.shares().test()));
        used.put(VALIDATION_SHARE, String.valueOf(settings.shares().validation()));
        used.put(EPOCHS, String.valueOf(lesson.epochs()));
        return new Lineage(
                job.request().getRequestId(),
                champion.getModel(),
                topic,
                snapshot.offsets(),
                snapshot.examples().size(),
                snapshot.sha256(),
                lesson.seed(),
                used);
    }

    private Outcome rebuild(TrainingJob job, String version, Stages stages) {
        var release = job.releases().byModel().get(version);
        if (release == null || release.getLineage() == null) {
            return Outcome.without(
                    TrainingStatus.FAILED, version + " was not trained here: there is no lineage to rebuild it from");
        }
        stages.at("reading", 0);
        var lineage = release.getLineage();
        var snapshot = examples.read(lineage.getOffsets(), mostExamples(lineage));
        stages.found(snapshot.examples().size(), 0);
        if (!snapshot.sha256().equals(lineage.getSha256())) {
            return Outcome.without(
                    TrainingStatus.FAILED, "the log holds other examples before these offsets than it did then");
        }
        return compared(release, taughtAgain(job, release, snapshot, stages));
    }

    /** What was trained before there was a limit was trained without one. */
    private static int mostExamples(Lineage lineage) {
        return Optional.ofNullable(lineage.getSettings().get(MOST_EXAMPLES))
                .map(Integer::parseInt)
                .orElse(Integer.MAX_VALUE);
    }

    private Checkpoint taughtAgain(TrainingJob job, ModelRelease release, ExampleSnapshot snapshot, Stages stages) {
        var lineage = release.getLineage();
        Map<String, String> used = lineage.getSettings();
        stages.at("splitting", READ);
        var shares =
                new Shares(Double.parseDouble(used.get(TEST_SHARE)), Double.parseDouble(used.get(VALIDATION_SHARE)));
        var tracks = split(snapshot, release, shares);
        var parent = artefacts.read(Objects.requireNonNull(
                job.releases().byModel().get(lineage.getParent()), "a parent is never forgotten"));
        var lesson = new Lesson(source(snapshot, tracks), lineage.getSeed(), Integer.parseInt(used.get(EPOCHS)));
        stages.at("training", SPLIT);
        var rebuilt = teacher.teach(parent, tracks, lesson, folder(job).fit(), stages);
        return rebuilt.withReference(
                TestTracks.ask(rebuilt, tracks.of(Part.TEST)).reference(testOf(lesson)));
    }

    /** What is the same is stored again: the artefact may have been what was lost. */
    private Outcome compared(ModelRelease release, Checkpoint rebuilt) {
        var version = rebuilt.description().version();
        if (!version.equals(release.getModel())) {
            return Outcome.without(
                    TrainingStatus.FAILED,
                    "its lineage gives " + version
                            + " by now: this machine or this version of Timbre computes otherwise");
        }
        return artefacts.restore(rebuilt, release)
                ? Outcome.again(release, "rebuilt from its lineage, byte for byte")
                : Outcome.without(
                        TrainingStatus.FAILED,
                        "its lineage gives the same weights, but the archive reads otherwise by now: nothing was stored");
    }
}
