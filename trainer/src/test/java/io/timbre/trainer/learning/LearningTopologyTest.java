package io.timbre.trainer.learning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.networks.engine.ComputeEngine;
import io.timbre.schemas.DeadLetters;
import io.timbre.schemas.Releases;
import io.timbre.schemas.Topic;
import io.timbre.schemas.Topics;
import io.timbre.schemas.avro.LearningAction;
import io.timbre.schemas.avro.LearningCause;
import io.timbre.schemas.avro.LearningRequest;
import io.timbre.schemas.avro.ModelRelease;
import io.timbre.schemas.avro.ReleaseVerdict;
import io.timbre.schemas.avro.TrainingRun;
import io.timbre.schemas.avro.TrainingStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningTopologyTest {
    private static final Topics TOPICS = Topics.withRegistry("mock://learning-topology-test");

    @TempDir
    private Path stateDirectory;

    private final TrainingsByHand trainings =
            new TrainingsByHand(CompletableFuture.completedFuture(Samples.shipped("shipped")));
    private TopologyTestDriver driver;
    private TestInputTopic<String, LearningRequest> requests;
    private TestOutputTopic<String, TrainingRun> runs;
    private TestOutputTopic<String, ModelRelease> releases;

    /** RocksDB must not come first. */
    @BeforeAll
    static void loadMxNet() {
        ComputeEngine.MXNET.engine();
    }

    @BeforeEach
    void open() {
        open(trainings, Promotion.AUTOMATIC);
    }

    private void open(Trainings works, Promotion promotion) {
        var builder = new StreamsBuilder();
        new LearningTopology(TOPICS, works, promotion).addTo(builder);
        driver = new TopologyTestDriver(builder.build(), settings(), Samples.THEN);
        requests = driver.createInputTopic(
                TOPICS.learningRequests().name(),
                new StringSerializer(),
                TOPICS.learningRequests().values().serializer());
        runs = output(TOPICS.trainingRuns());
        releases = output(TOPICS.releases());
    }

    private <V> TestOutputTopic<String, V> output(Topic<V> topic) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), topic.values().deserializer());
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void theModelThatShipsServesUntilOneWasTrained() {
        look();

        assertThat(releases.readValue()).satisfies(release -> {
            assertThat(release.getModel()).isEqualTo("shipped");
            assertThat(release.getPromotion()).isEqualTo(1);
            assertThat(release.getPromotedAt()).isNotNull();
        });
        look();
        assertThat(releases.isEmpty()).isTrue();
    }

    @Test
    void oneRunIsWorkedOnAtATimeInTheOrderInWhichTheyWereAsked() {
        send(Samples.train("first", LearningCause.PERSON));
        send(Samples.train("second", LearningCause.PERSON));
        look();
        look();
        assertThat(trainings.ids()).containsExactly("first");

        trainings.promises.getFirst().complete(Outcome.without(TrainingStatus.FAILED, "why"));
        look();

        assertThat(trainings.ids()).containsExactly("first", "second");
        assertThat(statuses("first"))
                .containsExactly(TrainingStatus.QUEUED, TrainingStatus.RUNNING, TrainingStatus.FAILED);
    }

    @Test
    void aRepeatOfARequestHasNoEffect() {
        send(Samples.train("one", LearningCause.PERSON));
        send(Samples.train("one", LearningCause.PERSON));
        look();
        trainings.promises.getFirst().complete(Outcome.without(TrainingStatus.FAILED, "why"));
        look();
        send(Samples.train("one", LearningCause.PERSON));
        look();

        assertThat(trainings.ids()).containsExactly("one");
    }

    @Test
    void aScheduledRunIsSkippedWhileAnotherIsUnderWayAndOnlyTheLastSkippedIsRemembered() {
        send(Samples.train("long", LearningCause.PERSON));
        look();
        send(Samples.train("monday", LearningCause.SCHEDULE));
        send(Samples.train("tuesday", LearningCause.SCHEDULE));
        look();

        assertThat(trainings.ids()).containsExactly("long");
        assertThat(known(LearningTopology.KNOWN_RUNS, "monday")).isEmpty();
        assertThat(this.<TrainingRun>known(LearningTopology.KNOWN_RUNS, "tuesday"))
                .hasValueSatisfying(run -> {
                    assertThat(run.getStatus()).isEqualTo(TrainingStatus.SKIPPED);
                    assertThat(run.getReason()).contains("long has not come to its end");
                });
    }

    @Test
    void tellsHowFarARunIs() {
        send(Samples.train("one", LearningCause.PERSON));
        look();
        trainings.stages.getFirst().at("training", 0.4);
        trainings.stages.getFirst().found(80, 20);
        driver.advanceWallClockTime(DecideAboutModels.TELL_EVERY);

        assertThat(runs.readValuesToList()).last().satisfies(run -> {
            assertThat(run.getStatus()).isEqualTo(TrainingStatus.RUNNING);
            assertThat(run.getStage()).isEqualTo("training");
            assertThat(run.getProgress()).isEqualTo(0.4f);
            assertThat(run.getExamples()).isEqualTo(80);
            assertThat(run.getNewLabels()).isEqualTo(20);
        });
    }

    @Test
    void aChallengerThatBeatTheChampionServesAtOnce() {
        trained(Samples.challenger("better", "shipped", ReleaseVerdict.RELEASED));

        assertThat(releases.readValuesToList())
                .extracting(ModelRelease::getModel)
                .containsExactly("shipped", "better");
        assertThat(this.<ModelRelease>known(LearningTopology.KNOWN_RELEASES, "better"))
                .hasValueSatisfying(
                        release -> assertThat(release.getPromotion()).isEqualTo(2));
        assertThat(this.<TrainingRun>known(LearningTopology.KNOWN_RUNS, "run-better"))
                .hasValueSatisfying(run -> {
                    assertThat(run.getStatus()).isEqualTo(TrainingStatus.RELEASED);
                    assertThat(run.getModel()).isEqualTo("better");
                });
    }

    @Test
    void aChallengerWaitsThatMayHaveForgottenAGenre() {
        look();
        send(Samples.train("one", LearningCause.PERSON));
        look();
        trainings
                .promises
                .getFirst()
                .complete(Outcome.of(Samples.challenger("better", "shipped", ReleaseVerdict.RELEASED), true));
        look();

        assertThat(releases.readValuesToList()).last().satisfies(release -> {
            assertThat(release.getModel()).isEqualTo("better");
            assertThat(release.getPromotion()).isZero();
        });
        send(Samples.ask("by-hand", LearningAction.PROMOTE, "better"));
        assertThat(releases.readValue().getPromotion()).isEqualTo(2);
    }

    @Test
    void aChallengerWaitsWhereAPersonIsToPromoteIt() {
        driver.close();
        open(trainings, Promotion.BY_HAND);
        trained(Samples.challenger("better", "shipped", ReleaseVerdict.RELEASED));

        assertThat(releases.readValuesToList())
                .last()
                .satisfies(release -> assertThat(release.getPromotion()).isZero());
        send(Samples.ask("by-hand", LearningAction.PROMOTE, "better"));
        assertThat(releases.readValue().getPromotion()).isEqualTo(2);
    }

    @Test
    void aChallengerThatBeatAModelWhichServesNoMoreIsNotPromoted() {
        look();
        send(Samples.train("one", LearningCause.PERSON));
        look();
        trainings
                .promises
                .getFirst()
                .complete(Outcome.of(Samples.challenger("better", "older", ReleaseVerdict.RELEASED)));
        look();

        assertThat(releases.readValuesToList()).last().satisfies(release -> {
            assertThat(release.getModel()).isEqualTo("better");
            assertThat(release.getPromotion()).isZero();
            assertThat(release.getReason()).contains("shipped serves by now and not older");
        });
    }

    @Test
    void aRejectedChallengerIsKeptAndNeverServes() {
        trained(Samples.challenger("worse", "shipped", ReleaseVerdict.REJECTED));
        releases.readValuesToList();

        send(Samples.ask("promote", LearningAction.PROMOTE, "worse"));

        assertThat(releases.isEmpty()).isTrue();
        assertThat(deadLetter()).isEqualTo("unfit-model");
        send(Samples.ask("shadow", LearningAction.SHADOW, "worse"));
        assertThat(releases.readValue().getShadow()).isTrue();
    }

    @Test
    void aRollbackLetsTheModelBeforeServeAgainAndARepeatOfItDoesNotLeadBack() {
        trained(Samples.challenger("better", "shipped", ReleaseVerdict.RELEASED));
        releases.readValuesToList();

        send(Samples.ask("back", LearningAction.ROLL_BACK, null));
        send(Samples.ask("back", LearningAction.ROLL_BACK, null));

        assertThat(releases.readValuesToList()).singleElement().satisfies(release -> {
            assertThat(release.getModel()).isEqualTo("shipped");
            assertThat(release.getPromotion()).isEqualTo(3);
        });
    }

    @Test
    void twoWhoAskToLeaveTheSameModelLeaveItOnce() {
        trained(Samples.challenger("better", "shipped", ReleaseVerdict.RELEASED));
        var asked = new ArrayList<LearningRequest>();
        var desk = new LearningDesk(
                () -> Releases.none()
                        .with("shipped", Samples.release("shipped", ReleaseVerdict.RELEASED, 1))
                        .with("better", Samples.release("better", ReleaseVerdict.RELEASED, 2)),
                asked::add);
        desk.rollBack();
        desk.rollBack();
        releases.readValuesToList();

        asked.forEach(this::send);

        assertThat(releases.readValuesToList())
                .singleElement()
                .satisfies(release -> assertThat(release.getModel()).isEqualTo("shipped"));
    }

    @Test
    void theCatalogueIsClassifiedAgainByTheChampion() {
        look();
        releases.readValue();

        send(Samples.ask("again", LearningAction.RECLASSIFY, "shipped"));

        assertThat(releases.readValue().getReclassification()).isEqualTo(1);
    }

    @Test
    void nothingIsTrainedBeforeThereIsAChampion() {
        driver.close();
        var late = new TrainingsByHand(new CompletableFuture<>());
        open(late, Promotion.AUTOMATIC);
        send(Samples.train("one", LearningCause.PERSON));
        look();
        assertThat(late.ids()).isEmpty();

        late.shipped.complete(Samples.shipped("shipped"));
        look();

        assertThat(late.ids()).containsExactly("one");
        assertThat(late.begun.getFirst().releases().champion()).isPresent();
    }

    @Test
    void aRequestUnderAnotherKeyIsMalformed() {
        requests.pipeInput("other", Samples.train("one", LearningCause.PERSON));
        look();

        assertThat(deadLetter()).isEqualTo("malformed-record");
        assertThat(trainings.ids()).isEmpty();
    }

    @Test
    void aRunThatCouldHaveNoFolderIsMalformed() {
        send(Samples.train("../other", LearningCause.PERSON));
        look();

        assertThat(deadLetter()).isEqualTo("malformed-record");
        assertThat(trainings.ids()).isEmpty();
    }

    private void trained(ModelRelease challenger) {
        look();
        send(Samples.train("run-" + challenger.getModel(), LearningCause.PERSON));
        look();
        trainings.promises.getLast().complete(Outcome.of(challenger));
        look();
    }

    private void send(LearningRequest request) {
        requests.pipeInput(request.getRequestId(), request);
    }

    private void look() {
        driver.advanceWallClockTime(DecideAboutModels.LOOK_EVERY);
    }

    private List<TrainingStatus> statuses(String run) {
        return runs.readKeyValuesToList().stream()
                .filter(entry -> entry.key.equals(run))
                .map(entry -> entry.value.getStatus())
                .toList();
    }

    private <V> Optional<V> known(String store, String key) {
        return Optional.ofNullable(ValueAndTimestamp.getValueOrNull(
                driver.<String, V>getTimestampedKeyValueStore(store).get(key)));
    }

    private String deadLetter() {
        var letters = driver.createOutputTopic(
                Topics.deadLetters("trainer"), new StringDeserializer(), new ByteArrayDeserializer());
        return new String(
                letters.readRecord().headers().lastHeader("timbre-reason").value(), UTF_8);
    }

    private Properties settings() {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "learning-topology-test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        settings.put(DeadLetters.SERVICE, "trainer");
        return settings;
    }
}
