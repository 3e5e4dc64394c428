package io.timbre.inference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.timbre.networks.model.Champion;
import io.timbre.networks.model.Checkpoint;
import io.timbre.networks.model.GenreModel;
import io.timbre.schemas.SegmentValues;
import io.timbre.schemas.TrackIds;
import io.timbre.schemas.avro.ElementType;
import io.timbre.schemas.avro.FeatureSegment;
import io.timbre.schemas.avro.ModelRelease;
import io.timbre.schemas.avro.TrackClassification;
import io.timbre.schemas.avro.TrackFeatures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Releases being taken up by the packaged service, on a real broker and a real registry. */
@Timeout(300)
class InferenceIT {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final int SWAPS = 100;
    private static final int RECORDINGS = 6;
    private static final int SEGMENTS = 2;

    private static final Checkpoint SHIPPED = Champion.checkpoint();
    private static final Checkpoint OTHER = SHIPPED.withTemperature(3);

    private static PackagedInference inference;
    private static long promotions;
    private static int tracks;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, InterruptedException {
        inference = new PackagedInference(folder);
        for (var checkpoint : List.of(SHIPPED, OTHER)) {
            inference.store().store(Samples.release(checkpoint, 1).getArtefactUri(), checkpoint.archive());
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        inference.close();
    }

    @Test
    void aHundredSwapsUnderLoadLoseDoubleAndMixNothing() throws IOException {
        promoteAndAwait(OTHER);
        var before = inference.records(inference.topics().classifications()).size();
        var enough = new AtomicBoolean();
        var sent = CompletableFuture.supplyAsync(() -> sendUntil(enough));
        var swaps = swaps();
        for (int i = 0; i < SWAPS; i++) {
            promoteAndAwait(i % 2 == 0 ? SHIPPED : OTHER);
            if (i == 9) {
                System.out.println("resident after 10 swaps: " + inference.residentMebibytes() + " MiB");
            }
        }
        System.out.println("resident after 100 swaps: " + inference.residentMebibytes() + " MiB");
        enough.set(true);
        var expected = sent.join();

        var classifications = awaitClassifications(before + expected.size());
        assertThat(swaps() - swaps).isEqualTo(SWAPS);
        assertThat(classifications)
                .extracting(TrackClassification::getClassificationId)
                .doesNotHaveDuplicates();
        var own = classifications.stream()
                .filter(classification -> expected.containsKey(classification.getTrackId()))
                .toList();
        assertThat(own).hasSameSizeAs(expected.keySet());
        assertEachIsOfTheModelItNames(own, expected);
    }

    /** The test's own models tell what each of the two makes of each recording. */
    private static void assertEachIsOfTheModelItNames(
            List<TrackClassification> classifications, Map<String, Integer> recordings) {
        var answers = new HashMap<String, List<float[]>>();
        for (var checkpoint : List.of(SHIPPED, OTHER)) {
            try (var model = GenreModel.load(checkpoint)) {
                var own = new ArrayList<float[]>();
                for (int i = 0; i < RECORDINGS; i++) {
                    own.add(model.predict(recording(i)).posteriors());
                }
                answers.put(model.version(), own);
            }
        }
        assertThat(classifications).extracting(TrackClassification::getModel).containsAll(answers.keySet());
        assertThat(classifications).allSatisfy(classification -> {
            var answer = answers.get(classification.getModel()).get(recordings.get(classification.getTrackId()));
            assertThat(posteriors(classification)).containsExactly(answer, within(1e-5f));
        });
    }

    @Test
    void aRestartServesThePromotedModelAndARollbackGivesTheSameBytes() throws InterruptedException {
        promoteAndAwait(OTHER);
        var before = classified(0);
        assertThat(before.getModel()).isEqualTo(version(OTHER));

        inference.restart();
        var restarted = classified(0);
        promoteAndAwait(SHIPPED);
        var replaced = classified(0);
        promoteAndAwait(OTHER);
        var rolledBack = classified(0);

        assertThat(restarted.getModel()).isEqualTo(version(OTHER));
        assertThat(replaced.getModel()).isEqualTo(version(SHIPPED));
        assertThat(rolledBack.getModel()).isEqualTo(version(OTHER));
        assertThat(replaced.getPosteriors()).isNotEqualTo(before.getPosteriors());
        assertThat(restarted.getPosteriors()).isEqualTo(before.getPosteriors());
        assertThat(rolledBack.getPosteriors()).isEqualTo(before.getPosteriors());
        assertThat(rolledBack.getEmbedding()).isEqualTo(before.getEmbedding());
    }

    @ParameterizedTest
    @ValueSource(strings = {"onnxruntime", "pytorch"})
    void anotherEngineOnTheClassPathGivesTheSameAndSaysThatItServes(String engine) throws InterruptedException {
        promoteAndAwait(SHIPPED);
        var expected = classified(3);
        assertThat(inference.metric("timbre_device_info{device=\"cpu\",engine=\"mxnet\"}"))
                .isEqualTo(1);

        inference.restart(Map.of("TIMBRE_ENGINE", engine), Jars.of(engine));
        try {
            assertThat(inference.said())
                    .anySatisfy(line -> assertThat(line)
                            .contains("serving on cpu by " + engine + " ")
                            .contains("timbre.device=auto, and it drives no GPU here"));
            assertThat(inference.metric("timbre_device_info{device=\"cpu\",engine=\"" + engine + "\"}"))
                    .isEqualTo(1);
            var given = classified(3);
            assertThat(given.getModel()).isEqualTo(expected.getModel());
            assertThat(posteriors(given)).containsExactly(posteriors(expected), within(1e-4f));
        } finally {
            inference.restart();
        }
    }

    @Test
    void aGpuThatIsNotThereEndsTheStartAndIsNamed() throws InterruptedException {
        try {
            assertThatIllegalStateException()
                    .isThrownBy(() -> inference.restart(Map.of("TIMBRE_DEVICE", "gpu"), List.of()))
                    .withMessage("ended with status 1 before it was ready");
            assertThat(inference.said())
                    .anySatisfy(line -> assertThat(line)
                            .contains("timbre.device=gpu, but mxnet 1.9.0 drives no GPU here:")
                            .contains("set timbre.device to cpu or auto"));
        } finally {
            inference.restart();
        }
    }

    @Test
    void anEngineThatIsNotThereEndsTheStartAndIsNamed() throws InterruptedException {
        try {
            assertThatIllegalStateException()
                    .isThrownBy(() -> inference.restart(Map.of("TIMBRE_ENGINE", "onnxruntime"), List.of()));
            assertThat(inference.said())
                    .anySatisfy(line -> assertThat(line)
                            .contains("timbre.engine=onnxruntime, but ONNX Runtime is not on the class path"));
        } finally {
            inference.restart();
        }
    }

    @Test
    void aChampionThatIsRefusedChangesNothingUntilItIsMended() throws IOException {
        promoteAndAwait(SHIPPED);
        var broken = SHIPPED.withTemperature(5);
        var release = Samples.release(broken, ++promotions);
        var bytes = broken.archive();
        bytes[bytes.length / 2] ^= 1;
        inference.store().store(release.getArtefactUri(), bytes);
        announce(release);

        await().atMost(SOON).until(() -> inference.metric("timbre_model_behind"), behind -> behind == 1);
        assertThat(inference.metric("timbre_model_refused_total{reason=\"checksum\"}"))
                .isEqualTo(1);
        assertThat(classified(1).getModel()).isEqualTo(version(SHIPPED));

        inference.store().store(release.getArtefactUri(), broken.archive());
        await().atMost(SOON).until(() -> inference.metric("timbre_model_behind"), behind -> behind == 0);
        assertThat(classified(1).getModel()).isEqualTo(version(broken));
    }

    @Test
    void aShadowSpeaksOnATopicOfItsOwnAndItsFailureIsItsOwn() throws IOException {
        promoteAndAwait(SHIPPED);
        var shadow = ModelRelease.newBuilder(Samples.release(SHIPPED.withTemperature(7), 0))
                .setShadow(true)
                .build();
        announce(shadow);
        await().atMost(SOON).until(() -> inference.metric("timbre_shadow_failures_total"), failures -> failures > 0);
        assertThat(classified(2).getModel()).isEqualTo(version(SHIPPED));

        inference
                .store()
                .store(shadow.getArtefactUri(), SHIPPED.withTemperature(7).archive());
        await().atMost(SOON)
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> {
                            classified(2);
                            return inference.records(inference.topics().shadowClassifications());
                        },
                        spoken -> !spoken.isEmpty());

        assertThat(inference.records(inference.topics().shadowClassifications()))
                .extracting(TrackClassification::getModel)
                .containsOnly(shadow.getModel());
        assertThat(inference.records(inference.topics().classifications()))
                .extracting(TrackClassification::getModel)
                .doesNotContain(shadow.getModel());
        announce(ModelRelease.newBuilder(shadow).setShadow(false).build());
    }

    @Test
    void theCatalogueIsClassifiedAgainAndAKillDoesNotStopIt() throws IOException, InterruptedException {
        promoteAndAwait(SHIPPED);
        var first = sendAll(60);
        await().atMost(SOON).until(() -> models(first.keySet()), models -> models.size() == 60);
        var again = SHIPPED.withTemperature(11);
        inference.store().store(Samples.release(again, 1).getArtefactUri(), again.archive());
        announce(ModelRelease.newBuilder(Samples.release(again, ++promotions))
                .setReclassification(promotions)
                .build());

        await().atMost(SOON).until(() -> byModel(again), some -> !some.isEmpty());
        inference.kill();
        int done = byModel(again).size();
        inference.start();

        var catalogue = new HashSet<String>();
        inference.records(inference.topics().features()).forEach(features -> catalogue.add(features.getTrackId()));
        assertThat(done).isLessThan(catalogue.size());
        await().atMost(SOON.multipliedBy(2))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> byModel(again).size(), size -> size >= catalogue.size());
        assertThat(byModel(again))
                .extracting(TrackClassification::getTrackId)
                .containsExactlyInAnyOrderElementsOf(catalogue);
        assertThat(models(catalogue).values()).containsOnly(again.description().version());
    }

    private static List<TrackClassification> byModel(Checkpoint checkpoint) {
        return inference.records(inference.topics().classifications()).stream()
                .filter(classification -> classification.getModel().equals(version(checkpoint)))
                .toList();
    }

    /** The model of the last classification of each of these tracks. */
    private static Map<String, String> models(Iterable<String> ids) {
        var wanted = new HashSet<String>();
        ids.forEach(wanted::add);
        return inference.records(inference.topics().classifications()).stream()
                .filter(classification -> wanted.contains(classification.getTrackId()))
                .collect(toMap(
                        TrackClassification::getTrackId, TrackClassification::getModel, (earlier, later) -> later));
    }

    private static void promoteAndAwait(Checkpoint checkpoint) {
        announce(Samples.release(checkpoint, ++promotions));
        var serves = "timbre_model_info{version=\"" + version(checkpoint) + "\"}";
        await().atMost(SOON)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> inference.metric(serves), there -> there == 1);
    }

    private static void announce(ModelRelease release) {
        inference.send(inference.topics().releases(), release.getModel(), release);
    }

    private static double swaps() {
        return inference.metric("timbre_model_swap_seconds_count");
    }

    private static List<TrackClassification> awaitClassifications(int count) {
        return await().atMost(SOON)
                .until(() -> inference.records(inference.topics().classifications()), all -> all.size() >= count);
    }

    /** The classification of a new track that sounds like a recording. */
    private static TrackClassification classified(int recording) {
        var id = nextTrack();
        inference.send(inference.topics().features(), id, features(id, recording));
        Predicate<TrackClassification> own =
                classification -> classification.getTrackId().equals(id);
        return await().atMost(SOON)
                .until(
                        () -> inference.records(inference.topics().classifications()).stream()
                                .filter(own)
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    /** Which recording each of the tracks that were sent sounds like. */
    private static Map<String, Integer> sendUntil(AtomicBoolean enough) {
        var sent = new HashMap<String, Integer>();
        var topic = inference.topics().features();
        try (var producer = inference.producer(topic)) {
            while (!enough.get()) {
                var id = nextTrack();
                sent.put(id, sent.size() % RECORDINGS);
                producer.send(new ProducerRecord<>(topic.name(), id, features(id, sent.get(id))));
                Thread.sleep(5);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return sent;
    }

    private static Map<String, Integer> sendAll(int count) {
        var sent = new HashMap<String, Integer>();
        for (int i = 0; i < count; i++) {
            var id = nextTrack();
            sent.put(id, i % RECORDINGS);
            inference.send(inference.topics().features(), id, features(id, i % RECORDINGS));
        }
        return sent;
    }

    private static synchronized String nextTrack() {
        var digest = TrackIds.sha256();
        digest.update(Integer.toString(tracks++).getBytes(UTF_8));
        return TrackIds.of(digest);
    }

    private static TrackFeatures features(String id, int recording) {
        var frontEnd = SHIPPED.description().frontEnd();
        var segments = new ArrayList<FeatureSegment>();
        for (var values : recording(recording)) {
            segments.add(new FeatureSegment(7.5f * segments.size(), SegmentValues.toFloat16(values)));
        }
        return TrackFeatures.newBuilder()
                .setTrackId(id)
                .setFrontEnd(frontEnd.name())
                .setFingerprint(frontEnd.fingerprint())
                .setElementType(ElementType.FLOAT16)
                .setSegmentShape(frontEnd.segmentShape())
                .setSegments(segments)
                .setDurationSeconds(15)
                .setCodec("flac")
                .setSampleRateHz(22_050)
                .setChannels(1)
                .setAcceptedAt(Instant.now())
                .setExtractedAt(Instant.now())
                .build();
    }

    /** Decibels, whole ones: half precision holds them. */
    private static float[][] recording(int number) {
        int elements = SHIPPED.description().frontEnd().segmentShape().stream().reduce(1, Math::multiplyExact);
        var random = new Random(number);
        var segments = new float[SEGMENTS][elements];
        for (var segment : segments) {
            for (int i = 0; i < elements; i++) {
                segment[i] = -20 - random.nextInt(40);
            }
        }
        return segments;
    }

    private static float[] posteriors(TrackClassification classification) {
        var posteriors = new float[classification.getPosteriors().size()];
        for (int i = 0; i < posteriors.length; i++) {
            posteriors[i] = classification.getPosteriors().get(i);
        }
        return posteriors;
    }

    private static String version(Checkpoint checkpoint) {
        return checkpoint.description().version();
    }
}
