package io.timbre.trainer.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.timbre.networks.engine.ComputeEngine;
import io.timbre.schemas.DeadLetters;
import io.timbre.schemas.EventHeaders;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import io.timbre.schemas.Topic;
import io.timbre.schemas.Topics;
import io.timbre.schemas.avro.DriftBaseline;
import io.timbre.schemas.avro.DriftChoice;
import io.timbre.schemas.avro.DriftGenre;
import io.timbre.schemas.avro.DriftStatistic;
import io.timbre.schemas.avro.DriftWindow;
import io.timbre.schemas.avro.ElementType;
import io.timbre.schemas.avro.GenreDrift;
import io.timbre.schemas.avro.LabelSource;
import io.timbre.schemas.avro.LearningCause;
import io.timbre.schemas.avro.LearningRequest;
import io.timbre.schemas.avro.ModelRelease;
import io.timbre.schemas.avro.ReleaseVerdict;
import io.timbre.schemas.avro.TrackClassification;
import io.timbre.schemas.avro.TrackFeatures;
import io.timbre.schemas.avro.TrainingExample;
import io.timbre.schemas.avro.WatchedSource;
import io.timbre.trainer.learning.LearningTopology;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.BuiltInDslStoreSuppliers.InMemoryDslStoreSuppliers;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Windows of 100 tracks that move on by 20, and of a day; one track a minute. */
class DriftTopologyTest {
    private static final Topics TOPICS = Topics.withRegistry("mock://drift-topology-test");
    private static final String MODEL = "model-1";
    /** Ten points more of metal. */
    private static final double[] SHIFTED = {0.2, 0.25, 0.35, 0.2};

    static final DriftSettings SETTINGS = settings(100, 20, false);
    private static final DriftSettings RETRAINING = settings(100, 20, true);

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir(factory = MemoryFolder.class)
    private Path stateDirectory;

    private final Arrivals arrivals = new Arrivals(7);
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private Instant clock = Arrivals.NOON;
    private TopologyTestDriver driver;
    private TestInputTopic<String, TrackClassification> classifications;
    private TestInputTopic<String, TrainingExample> examples;
    private TestInputTopic<String, ModelRelease> releases;
    private TestOutputTopic<String, GenreDrift> verdicts;
    private TestOutputTopic<String, LearningRequest> requests;

    /** RocksDB must not come first. */
    @BeforeAll
    static void loadMxNet() {
        ComputeEngine.MXNET.engine();
    }

    @BeforeEach
    void open() {
        open(SETTINGS);
        serve(MODEL, 1);
    }

    private void open(DriftSettings settings) {
        var builder = new StreamsBuilder();
        builder.globalTable(
                TOPICS.releases().name(),
                TOPICS.releases().consumed(),
                Materialized.<String, ModelRelease, KeyValueStore<Bytes, byte[]>>as(LearningTopology.KNOWN_RELEASES)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(TOPICS.releases().values()));
        var references = new ChampionReferences(DriftTopologyTest::reference);
        new DriftTopology(TOPICS, settings, references, meters).addTo(builder);
        driver = new TopologyTestDriver(builder.build(), properties(), clock);
        classifications = input(TOPICS.classifications());
        examples = input(TOPICS.examples());
        releases = input(TOPICS.releases());
        verdicts = output(TOPICS.drift());
        requests = output(TOPICS.learningRequests());
    }

    /** One that keeps nothing of its test, or is lost, has a name that says so. */
    private static ChampionReference reference(ModelRelease release) {
        if (release.getModel().startsWith("lost")) {
            throw new RejectedException(Reason.MALFORMED_RECORD, "nothing lies there");
        }
        if (release.getModel().startsWith("damaged")) {
            throw new IllegalArgumentException("no checkpoint");
        }
        return release.getModel().startsWith("untested")
                ? ChampionReference.of(Arrivals.model(release.getModel()), Optional.empty())
                : Arrivals.champion(release.getModel());
    }

    private static DriftSettings settings(int tracks, int advance, boolean retrain) {
        return new DriftSettings(
                200,
                tracks,
                advance,
                Duration.ofDays(1),
                Duration.ofHours(1),
                20,
                Duration.ofDays(7),
                2,
                Duration.ofDays(30),
                retrain,
                Duration.ofDays(7));
    }

    private <V> TestInputTopic<String, V> input(Topic<V> topic) {
        return driver.createInputTopic(
                topic.name(), new StringSerializer(), topic.values().serializer());
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
    void tracksAsInTheTestDoNotDrift() {
        arrive(200, null, Arrivals.EVEN);

        // windows end at 100, 120 ... 200
        assertThat(verdicts.readValuesToList())
                .filteredOn(verdict -> verdict.getWindow() == DriftWindow.COUNT)
                .hasSize(6)
                .allSatisfy(verdict -> {
                    assertThat(verdict.getDrifted()).isFalse();
                    assertThat(verdict.getTracks()).isEqualTo(100);
                    assertThat(verdict.getBaseline()).isEqualTo("champion");
                    assertThat(verdict.getModel()).isEqualTo(MODEL);
                    assertThat(verdict.getSource()).isNull();
                    assertThat(verdict.getExemplars()).isEmpty();
                });
        assertThat(count("timbre.drift.windows", "verdict", "steady")).isEqualTo(6);
        assertThat(gauge("timbre.drift.drifted")).isZero();
    }

    @Test
    void aShiftOfTenPointsIsFoundWithinFiveHundredTracksWithItsGenreAndTracksToHear() {
        restart(settings(500, 100, false));
        arrive(500, null, Arrivals.EVEN);
        var shifted = arrive(500, null, SHIFTED);

        assertThat(verdicts.readValuesToList()).last().satisfies(verdict -> {
            assertThat(verdict.getDrifted()).isTrue();
            assertThat(verdict.getOpenedAt()).isEqualTo(shifted.getFirst().getAcceptedAt());
            assertThat(verdict.getClosedAt()).isEqualTo(shifted.getLast().getAcceptedAt());
            assertThat(verdict.getGenres())
                    .filteredOn(DriftGenre::getMoved)
                    .extracting(DriftGenre::getGenre)
                    .contains("metal");
            assertThat(verdict.getExemplars())
                    .hasSize(3)
                    .isSubsetOf(shifted.stream()
                            .map(TrackClassification::getTrackId)
                            .toList());
            assertThat(verdict.getStatistics())
                    .filteredOn(DriftStatistic::getAlarm)
                    .isNotEmpty();
        });
        assertThat(gauge("timbre.drift.drifted")).isOne();
        assertThat(meters.get("timbre.drift.share")
                        .tags("genre", "metal", "of", "window")
                        .gauge()
                        .value())
                .isGreaterThan(0.25);
    }

    @Test
    void aSourceThatDriftsIsNamedBesideOneThatDoesNot() {
        for (int i = 0; i < 100; i++) {
            arrive(1, "steady", Arrivals.EVEN);
            arrive(1, "moving", 0, 0, 1, 0);
        }

        assertThat(verdicts.readKeyValuesToList())
                .filteredOn(verdict -> !verdict.key.isEmpty())
                .allSatisfy(verdict -> assertThat(verdict.value.getSource()).isEqualTo(verdict.key))
                .extracting(verdict -> verdict.key, verdict -> verdict.value.getDrifted())
                .containsExactlyInAnyOrder(tuple("steady", false), tuple("moving", true));
    }

    @Test
    void aRepeatIsNotCounted() {
        var sent = arrive(99, null, Arrivals.EVEN);
        sent.forEach(this::send);
        assertThat(verdicts.isEmpty()).isTrue();

        arrive(1, null, Arrivals.EVEN);

        assertThat(verdicts.readValue().getTracks()).isEqualTo(100);
        assertThat(dropped("repeated")).isEqualTo(99);
    }

    @Test
    void aReplayFromBeforeAllThatIsRememberedIsNotCountedEither() {
        var sent = arrive(19, null, Arrivals.EVEN);
        pass(Duration.ofDays(8));
        arrive(80, null, Arrivals.EVEN);

        sent.forEach(this::send);
        assertThat(dropped("late")).isEqualTo(19);
        assertThat(byCount()).isEmpty();

        arrive(1, null, Arrivals.EVEN);
        assertThat(byCount())
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.getTracks()).isEqualTo(100));
    }

    @Test
    void aTrackOfTheCatalogueThatIsClassifiedAgainHasNotArrived() {
        var again = arrivals.next(MODEL, null, clock, Arrivals.EVEN);
        var headers = new RecordHeaders();
        EventHeaders.stamp(headers, EventHeaders.RECLASSIFIED, "inference", "id", clock);

        classifications.pipeInput(new TestRecord<>(again.getTrackId(), again, headers, clock));

        assertThat(dropped("reclassified")).isOne();
        assertThat(driver.getKeyValueStore(JudgeWindows.WATCHED).get("")).isNull();
        // its arrival may be yet to come
        send(again);
        assertThat(driver.getKeyValueStore(JudgeWindows.WATCHED).get("")).isNotNull();
    }

    @Test
    void aClockThatRunsAheadMakesNoOthersLate() {
        send(arrivals.next(MODEL, null, clock.plus(Duration.ofDays(400)), Arrivals.EVEN));
        arrive(99, null, Arrivals.EVEN);

        assertThat(dropped("late")).isZero();
        assertThat(byCount()).hasSize(1);
    }

    @Test
    void aDayIsJudgedAnHourAfterItsEndAndTakesNoMore() {
        arrive(20, null, Arrivals.EVEN);
        clock = Instant.parse("2026-11-22T00:30:00Z");
        driver.advanceWallClockTime(Duration.ofHours(13));
        arrive(1, null, Arrivals.EVEN);
        var inTime = arrivals.next(MODEL, null, Instant.parse("2026-11-21T23:59:00Z"), Arrivals.EVEN);
        send(inTime);
        assertThat(verdicts.isEmpty()).isTrue();

        clock = Instant.parse("2026-11-22T01:00:00Z");
        arrive(1, null, Arrivals.EVEN);

        assertThat(verdicts.readValue()).satisfies(verdict -> {
            assertThat(verdict.getWindow()).isEqualTo(DriftWindow.TIME);
            assertThat(verdict.getTracks()).isEqualTo(21);
            assertThat(verdict.getOpenedAt()).isEqualTo(Instant.parse("2026-11-21T00:00:00Z"));
            assertThat(verdict.getClosedAt()).isEqualTo(Instant.parse("2026-11-22T00:00:00Z"));
        });
        // enough for a window of their own
        for (int i = 0; i < SETTINGS.minTracks(); i++) {
            send(arrivals.next(MODEL, null, Instant.parse("2026-11-21T23:59:30Z"), Arrivals.EVEN));
        }
        assertThat(dropped("late")).isEqualTo(SETTINGS.minTracks());
        assertThat(verdicts.isEmpty()).isTrue();
    }

    @Test
    void aDayOfASourceThatFellSilentIsJudgedAllTheSameAndOneOfAFewTracksIsNot() {
        arrive(20, "silent", Arrivals.EVEN);
        arrive(19, "small", Arrivals.EVEN);
        clock = Instant.parse("2026-11-22T01:00:00Z");
        driver.advanceWallClockTime(Duration.ofHours(13));
        arrive(1, null, Arrivals.EVEN);
        driver.advanceWallClockTime(JudgeWindows.LOOK_EVERY);

        assertThat(verdicts.readKeyValuesToList())
                .extracting(verdict -> verdict.key, verdict -> verdict.value.getTracks())
                .containsExactly(tuple("", 39L), tuple("silent", 20L));
    }

    @Test
    void windowsOfAModelThatServesNoMoreAreDroppedAndTheNextIsHeldAgainstItsOwnTest() {
        arrive(99, null, Arrivals.EVEN);
        serve("model-2", 2);
        // by a replica that has not swapped yet
        arrive(1, null, Arrivals.EVEN);
        assertThat(dropped("other-model")).isOne();

        arriveBy("model-2", 99);
        assertThat(verdicts.isEmpty()).isTrue();
        arriveBy("model-2", 1);

        assertThat(verdicts.readValue()).satisfies(verdict -> {
            assertThat(verdict.getModel()).isEqualTo("model-2");
            assertThat(verdict.getTracks()).isEqualTo(100);
        });
    }

    @Test
    void windowsGoOnAfterARestart() {
        var sent = arrive(99, "a-source", Arrivals.EVEN);

        restart(SETTINGS);
        sent.forEach(this::send);
        arrive(1, "a-source", Arrivals.EVEN);

        assertThat(verdicts.readKeyValuesToList())
                .extracting(verdict -> verdict.key, verdict -> verdict.value.getTracks())
                .containsExactly(tuple("", 100L), tuple("a-source", 100L));
    }

    @Test
    void aDriftedWindowAsksForTrainingAndNotAgainBeforeItsCoolDownIsOver() {
        restart(RETRAINING);
        arrive(120, null, 0, 0, 1, 0);

        assertThat(requests.readValuesToList()).singleElement().satisfies(request -> {
            assertThat(request.getCause()).isEqualTo(LearningCause.DRIFT);
            assertThat(request.getModel()).isNull();
        });
        assertThat(count("timbre.drift.retraining", "outcome", "asked")).isOne();
        restart(RETRAINING);
        arrive(20, null, 0, 0, 1, 0);
        assertThat(requests.isEmpty()).isTrue();
        assertThat(count("timbre.drift.retraining", "outcome", "cooling")).isEqualTo(2);

        pass(Duration.ofDays(7));
        arrive(20, null, 0, 0, 1, 0);
        assertThat(requests.readValuesToList()).hasSize(1);
    }

    @Test
    void nothingIsAskedForUnlessItIsWanted() {
        arrive(100, null, 0, 0, 1, 0);

        assertThat(byCount())
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.getDrifted()).isTrue());
        assertThat(requests.isEmpty()).isTrue();
    }

    @Test
    void labelsThatBeginToDisagreeAreAChangeOfError() {
        for (int i = 0; i < 100; i++) {
            var track = next(null, Arrivals.EVEN);
            // before and after its classification
            if (i % 2 == 0) {
                label(track, mostProbable(track));
                send(track);
            } else {
                send(track);
                label(track, mostProbable(track));
            }
        }
        assertThat(alarms(verdicts.readValue())).doesNotContain("error-change");
        arrive(100, null, Arrivals.EVEN).forEach(track -> label(track, "polka"));
        arrive(20, null, Arrivals.EVEN);

        assertThat(byCount()).anySatisfy(verdict -> assertThat(alarms(verdict)).contains("error-change"));
    }

    @Test
    void aSourceIsHeldAgainstThePastWindowThatWasChosenForItAsLongAsItsModelServes() {
        var observer = Arrivals.champion(MODEL).observer(8);
        var metal = IntStream.range(0, 500)
                .mapToObj(i -> observe(observer, arrivals.next(MODEL, "metal-heads", clock, 0, 0, 1, 0)))
                .toList();
        choose("metal-heads", Baseline.of("last-week", observer, metal));

        arrive(100, "metal-heads", 0, 0, 1, 0);

        assertThat(verdicts.readKeyValuesToList())
                .extracting(
                        verdict -> verdict.key,
                        verdict -> verdict.value.getBaseline(),
                        verdict -> verdict.value.getDrifted())
                .containsExactly(tuple("", "champion", true), tuple("metal-heads", "last-week", false));
        serve("model-2", 2);
        IntStream.range(0, 100).forEach(i -> send(arrivals.next("model-2", "metal-heads", clock, 0, 0, 1, 0)));
        assertThat(verdicts.readValuesToList())
                .extracting(GenreDrift::getBaseline)
                .containsExactly("champion", "champion");
    }

    @Test
    void aModelThatKeepsNothingOfItsTestIsNotJudgedNorShownByTheFiguresOfAnother() {
        arriveBy(MODEL, 100);
        assertThat(verdicts.readValuesToList()).hasSize(1);
        serve("untested-1", 2);
        arriveBy("untested-1", 100);

        assertThat(verdicts.isEmpty()).isTrue();
        assertThat(meters.find("timbre.drift.drifted").gauge()).isNull();
        assertThat(count("timbre.drift.windows", "verdict", "unjudged")).isOne();
    }

    @Test
    void anArchiveThatIsLostOrDamagedCostsNoTracks() {
        serve("lost-1", 2);
        arriveBy("lost-1", 100);
        serve("damaged-1", 3);
        arriveBy("damaged-1", 100);

        assertThat(verdicts.isEmpty()).isTrue();
        assertThat(count("timbre.drift.windows", "verdict", "unjudged")).isEqualTo(2);
    }

    @Test
    void aCorrectedLabelIsNotASecondError() {
        var track = arrive(1, null, Arrivals.EVEN).getFirst();
        label(track, "polka");
        label(track, mostProbable(track));

        assertThat(errors().tracks()).isOne();
        assertThat(errors().mean()).isOne();
    }

    @Test
    void aLabelledTrackThatContradictsItsModelIsRefusedAsItsArrivalIs() {
        var track = TrackClassification.newBuilder(next(null, Arrivals.EVEN))
                .setPosteriors(List.of())
                .build();
        send(track);
        label(track, "jazz");

        arrive(1, null, Arrivals.EVEN).forEach(good -> label(good, mostProbable(good)));

        assertThat(errors().tracks()).isOne();
    }

    @Test
    void whatAnotherModelSaysIsLeftOutOnceThoughItIsLabelled() {
        var other = arrivals.next("model-0", null, clock, Arrivals.EVEN);
        send(other);
        label(other, "jazz");

        assertThat(dropped("other-model")).isOne();
    }

    @Test
    void daysOfSilentSourcesAreClosedOneAtATime() {
        arrive(20, "a-source", Arrivals.EVEN);
        arrive(20, "b-source", Arrivals.EVEN);
        clock = Instant.parse("2026-11-22T01:00:00Z");
        driver.advanceWallClockTime(Duration.ofHours(13));
        arrive(1, null, Arrivals.EVEN);
        verdicts.readValuesToList();

        driver.advanceWallClockTime(JudgeWindows.LOOK_EVERY);
        assertThat(verdicts.readKeyValuesToList())
                .extracting(verdict -> verdict.key)
                .containsExactly("a-source");
        driver.advanceWallClockTime(JudgeWindows.LOOK_EVERY);
        assertThat(verdicts.readKeyValuesToList())
                .extracting(verdict -> verdict.key)
                .containsExactly("b-source");
    }

    @Test
    void otherSettingsOfWindowsHoldAfterARestart() {
        arrive(90, null, Arrivals.EVEN);

        restart(settings(40, 20, false));
        arrive(10, null, Arrivals.EVEN);
        assertThat(byCount()).extracting(GenreDrift::getTracks).containsExactly(40L);

        // none of the panes that are kept fits
        restart(settings(60, 10, false));
        arrive(59, null, Arrivals.EVEN);
        assertThat(byCount()).isEmpty();
        arrive(1, null, Arrivals.EVEN);
        assertThat(byCount()).extracting(GenreDrift::getTracks).containsExactly(60L);
    }

    @Test
    void aWindowLongPastAsksForNoTraining() {
        restart(RETRAINING);
        var past = clock.minus(Duration.ofDays(7));
        for (int i = 0; i < 100; i++) {
            send(arrivals.next(MODEL, null, past, 0, 0, 1, 0));
        }

        assertThat(byCount())
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.getDrifted()).isTrue());
        assertThat(requests.isEmpty()).isTrue();
    }

    @Test
    void sourcesThatAreSilentForLongOrAreTooManyAreForgottenWithAllThatWasKeptOfThem() {
        arrive(1, "first", Arrivals.EVEN);
        arrive(1, "second", Arrivals.EVEN);
        arrive(1, "third", Arrivals.EVEN);
        driver.advanceWallClockTime(JudgeWindows.LOOK_EVERY);
        assertThat(watched()).containsExactlyInAnyOrder("", "second", "third");

        pass(Duration.ofDays(31));
        arrive(1, "third", Arrivals.EVEN);
        driver.advanceWallClockTime(JudgeWindows.LOOK_EVERY);

        assertThat(watched()).containsExactlyInAnyOrder("", "third");
        assertThat(keys(RecentTracks.STORE))
                .filteredOn(key -> key.contains("second"))
                .isEmpty();
    }

    @Test
    void whatIsKeptDoesNotGrowWithTheTracks() {
        arrive(150, null, Arrivals.EVEN);
        int size = sizeOf(driver.<String, WatchedSource>getKeyValueStore(JudgeWindows.WATCHED)
                .get(""));
        arrive(150, null, Arrivals.EVEN);

        assertThat(sizeOf(driver.<String, WatchedSource>getKeyValueStore(JudgeWindows.WATCHED)
                        .get("")))
                .isLessThan(size * 5 / 4);
        assertThat(RingKey.of("", 2001, Baseline.LARGEST)).isEqualTo(RingKey.of("", 1, Baseline.LARGEST));
    }

    private static int sizeOf(WatchedSource watched) {
        return TOPICS.watchedSources().serializer().serialize("size", watched).length;
    }

    private List<TrackClassification> arrive(int tracks, @Nullable String source, double... shares) {
        return IntStream.range(0, tracks)
                .mapToObj(i -> send(next(source, shares)))
                .toList();
    }

    private void arriveBy(String model, int tracks) {
        for (int i = 0; i < tracks; i++) {
            pass(MINUTE);
            send(arrivals.next(model, null, clock, Arrivals.EVEN));
        }
    }

    private TrackClassification next(@Nullable String source, double... shares) {
        pass(MINUTE);
        return arrivals.next(MODEL, source, clock, shares);
    }

    private void pass(Duration time) {
        clock = clock.plus(time);
        driver.advanceWallClockTime(time);
    }

    private TrackClassification send(TrackClassification classification) {
        classifications.pipeInput(classification.getTrackId(), classification, classification.getAcceptedAt());
        return classification;
    }

    private void label(TrackClassification track, String genre) {
        var example = new TrainingExample(
                track.getTrackId(),
                genre,
                LabelSource.PERSON,
                null,
                clock,
                TrackFeatures.newBuilder()
                        .setTrackId(track.getTrackId())
                        .setFrontEnd("log-mel")
                        .setFingerprint("print-1")
                        .setElementType(ElementType.FLOAT16)
                        .setSegmentShape(List.of(2, 1))
                        .setSegments(List.of())
                        .setDurationSeconds(30)
                        .setCodec("flac")
                        .setSampleRateHz(22_050)
                        .setChannels(1)
                        .setAcceptedAt(clock)
                        .setExtractedAt(clock)
                        .build());
        examples.pipeInput(track.getTrackId(), example, clock);
    }

    private void serve(String model, long promotion) {
        releases.pipeInput(model, release(model, promotion));
    }

    static ModelRelease release(String model, long promotion) {
        return ModelRelease.newBuilder()
                .setModel(model)
                .setNetwork("tiny")
                .setGenres(Arrivals.GENRES)
                .setFrontEnd("log-mel")
                .setFingerprint("print-1")
                .setArtefactUri("object:models/" + model + ".zip")
                .setArtefactSha256("0".repeat(64))
                .setVerdict(ReleaseVerdict.RELEASED)
                .setPromotion(promotion)
                .setTrainedAt(Arrivals.NOON)
                .build();
    }

    private static Observation observe(Observer observer, TrackClassification classification) {
        var posteriors = new float[Arrivals.GENRES.size()];
        var embedding = new float[classification.getEmbedding().size()];
        for (int i = 0; i < posteriors.length; i++) {
            posteriors[i] = classification.getPosteriors().get(i);
        }
        for (int i = 0; i < embedding.length; i++) {
            embedding[i] = classification.getEmbedding().get(i);
        }
        return observer.observe(classification.getTrackId(), classification.getGenre(), posteriors, embedding);
    }

    private void choose(String source, Baseline baseline) {
        this.<DriftBaseline>input(TOPICS.driftBaselines())
                .pipeInput(
                        baseline.name(),
                        DriftBaseline.newBuilder()
                                .setName(baseline.name())
                                .setSource(source)
                                .setModel(baseline.model())
                                .setGenres(baseline.genres())
                                .setFrom(clock)
                                .setTo(clock)
                                .setObservations(ChosenBaseline.stored(baseline))
                                .setMadeAt(clock)
                                .build());
        this.<DriftChoice>input(TOPICS.driftChoices())
                .pipeInput(source, new DriftChoice(source, baseline.name(), clock));
    }

    /** Stores are as their changelogs restore them; the driver itself removes its folder. */
    private void restart(DriftSettings settings) {
        var kept = Stream.of(
                        JudgeWindows.WATCHED,
                        RecentTracks.STORE,
                        Verdicts.STORE,
                        Retraining.STORE,
                        CountOnce.LATEST,
                        LearningTopology.KNOWN_RELEASES)
                .collect(Collectors.toMap(store -> store, this::contents));
        var counted = new HashMap<String, Map<Long, byte[]>>();
        try (var all = driver.<String, byte[]>getWindowStore(CountOnce.COUNTED).all()) {
            all.forEachRemaining(entry ->
                    counted.put(entry.key.key(), Map.of(entry.key.window().start(), entry.value)));
        }
        driver.close();
        open(settings);
        kept.forEach((store, contents) ->
                contents.forEach((key, value) -> driver.getKeyValueStore(store).put(key, value)));
        counted.forEach((id, times) -> times.forEach((time, value) ->
                driver.<String, byte[]>getWindowStore(CountOnce.COUNTED).put(id, value, time)));
        serve(MODEL, 1);
    }

    private Map<String, Object> contents(String store) {
        var contents = new HashMap<String, Object>();
        if (store.equals(LearningTopology.KNOWN_RELEASES)) {
            return contents;
        }
        try (var all = driver.<String, Object>getKeyValueStore(store).all()) {
            all.forEachRemaining(entry -> contents.put(entry.key, entry.value));
        }
        return contents;
    }

    private List<String> watched() {
        return keys(JudgeWindows.WATCHED);
    }

    private List<String> keys(String store) {
        return new ArrayList<>(contents(store).keySet());
    }

    private List<GenreDrift> byCount() {
        return verdicts.readValuesToList().stream()
                .filter(verdict -> verdict.getWindow() == DriftWindow.COUNT)
                .toList();
    }

    private static List<String> alarms(GenreDrift verdict) {
        return verdict.getStatistics().stream()
                .filter(DriftStatistic::getAlarm)
                .map(DriftStatistic::getName)
                .toList();
    }

    private Adwin errors() {
        return Adwin.of(driver.<String, WatchedSource>getKeyValueStore(JudgeWindows.WATCHED).get("").getError().stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
    }

    private static String mostProbable(TrackClassification track) {
        return Arrivals.GENRES.get(track.getPosteriors().indexOf(Collections.max(track.getPosteriors())));
    }

    private double dropped(String why) {
        return count("timbre.drift.dropped", "why", why);
    }

    private double count(String name, String... tags) {
        return meters.get(name).tags(tags).counter().count();
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    private Properties properties() {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "drift-topology-test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        // the driver commits after each record, which takes a store on disk some milliseconds
        properties.put(StreamsConfig.DSL_STORE_SUPPLIERS_CLASS_CONFIG, InMemoryDslStoreSuppliers.class);
        properties.put(DeadLetters.SERVICE, "trainer");
        return properties;
    }
}
