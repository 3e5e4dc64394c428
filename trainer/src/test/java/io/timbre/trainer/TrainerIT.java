package io.timbre.trainer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.timbre.networks.model.Champion;
import io.timbre.schemas.TrackIds;
import io.timbre.schemas.avro.ElementType;
import io.timbre.schemas.avro.FeatureSegment;
import io.timbre.schemas.avro.LabelSource;
import io.timbre.schemas.avro.TrackClassification;
import io.timbre.schemas.avro.TrackFeatures;
import io.timbre.schemas.avro.TrackLabel;
import io.timbre.schemas.avro.TrainingExample;
import io.timbre.trainer.example.ExampleSnapshot;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The packaged service on a real broker and a real registry. */
@QuarkusIntegrationTest
@QuarkusTestResource(RealKafka.class)
@Timeout(120)
class TrainerIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String SHIPPED = Champion.checkpoint().description().version();

    private RealKafka kafka;

    @Test
    void isHealthyOnceItReachesTheBroker() {
        given().get("/q/health")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", hasItem("Kafka Streams topics health check"));
    }

    @Test
    void tellsItsMetrics() {
        given().get("/q/metrics").then().statusCode(200).body(containsString("jvm_memory_used_bytes"));
    }

    @Test
    void makesAnExampleOfALabelledTrack() {
        var track = "a".repeat(64);
        kafka.send(kafka.topics().labels(), track, label(track, "Hip-Hop"));
        kafka.send(kafka.topics().features(), track, features(track));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(examples()).singleElement().satisfies(example -> {
                    assertThat(example.getTrackId()).isEqualTo(track);
                    assertThat(example.getGenre()).isEqualTo("hiphop");
                    assertThat(example.getFeatures()).isEqualTo(features(track));
                }));
        given().get("/q/metrics")
                .then()
                .body(containsString("timbre_labels_total{outcome=\"agreed\",source=\"person\"}"));
    }

    @Test
    void tellsOfLabelsThatNoModelLearns() {
        var track = "b".repeat(64);
        kafka.send(kafka.topics().labels(), track, label(track, "Polka"));

        await().atMost(SOON)
                .untilAsserted(() -> given().get("/api/labels/held-back")
                        .then()
                        .statusCode(200)
                        .body("genres", hasItem("hiphop"))
                        .body("held_back.spelling", hasItem("Polka"))
                        .body("held_back.track_id", hasItem(track))
                        .body("held_back.reason", hasItem("unknown-genre")));
    }

    @Test
    void theModelThatShipsServesUntilOneWasTrained() {
        await().atMost(SOON)
                .untilAsserted(() -> given().get("/api/models")
                        .then()
                        .statusCode(200)
                        .body("[0].model", equalTo(SHIPPED))
                        .body("[0].champion", equalTo(true))
                        .body("[0].verdict", equalTo("released"))
                        .body("[0].promotion", equalTo(1))
                        .body("[0].judgement", nullValue()));
        given().get("/api/models/" + SHIPPED)
                .then()
                .statusCode(200)
                .body("artefact_uri", equalTo("object:models/" + SHIPPED + ".zip"));
        assertThat(kafka.objects().resolve("models/" + SHIPPED + ".zip")).isNotEmptyFile();
    }

    @Test
    void aRunWithoutEnoughLabelsEndsAndSaysWhy() {
        var taken = given().contentType("application/json").body("{}").post("/api/training-runs");
        taken.then().statusCode(202).body("status", equalTo("queued"));
        var location = taken.header("Location");

        given().get(location).then().statusCode(200);
        await().atMost(SOON)
                .untilAsserted(() -> given().get(location)
                        .then()
                        .statusCode(200)
                        .body("run_id", equalTo(taken.jsonPath().getString("run_id")))
                        .body("cause", equalTo("person"))
                        .body("status", equalTo("rejected"))
                        .body("reason", containsString("label tracks of more artists"))
                        .body("finished_at", notNullValue()));
        given().get("/api/training-runs")
                .then()
                .body("run_id", hasItem(taken.jsonPath().getString("run_id")));
        given().get("/q/metrics").then().body(containsString("timbre_training_runs_total{outcome=\"rejected\"}"));
    }

    @Test
    void theClockAsksForRunsThatAreSkippedWhereNothingIsNew() {
        await().atMost(SOON)
                .untilAsserted(() -> given().get("/api/training-runs")
                        .then()
                        .body("findAll { it.cause == 'schedule' }.reason", hasItem(containsString("new labels of"))));
        given().get("/api/training-runs")
                .then()
                .body("findAll { it.cause == 'schedule' && it.status == 'skipped' }.size()", lessThan(3));
    }

    @Test
    void theChampionIsAskedToClassifyTheCatalogueAgain() {
        await().atMost(SOON)
                .untilAsserted(
                        () -> given().get("/api/models/" + SHIPPED).then().statusCode(200));

        given().post("/api/models/" + SHIPPED + "/reclassification").then().statusCode(202);

        await().atMost(SOON)
                .untilAsserted(
                        () -> given().get("/api/models/" + SHIPPED).then().body("reclassification", equalTo(1)));
    }

    @Test
    void whatCannotBeDoneToModelsIsRefusedWithAWayOut() {
        await().atMost(SOON)
                .untilAsserted(
                        () -> given().get("/api/models/" + SHIPPED).then().statusCode(200));

        for (var path : List.of("promotion", "shadow", "reclassification")) {
            given().post("/api/models/none/" + path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("remedy", containsString("GET /api/models"));
        }
        given().post("/api/models/rollback")
                .then()
                .statusCode(409)
                .body("detail", containsString("nothing to go back"));
        given().post("/api/models/" + SHIPPED + "/shadow").then().statusCode(409);
        given().contentType("application/json")
                .body("{\"rebuild\": \"" + SHIPPED + "\"}")
                .post("/api/training-runs")
                .then()
                .statusCode(409)
                .body("detail", containsString("no lineage"));
        given().get("/api/training-runs/none").then().statusCode(404).contentType("application/problem+json");
    }

    /** What comes in is what the model met in its test, so that nothing drifts but by chance. */
    @Test
    void windowsOfWhatComesInAreHeldAgainstTheModelsTestOrAPastWindow() {
        await().atMost(SOON)
                .untilAsserted(
                        () -> given().get("/api/models/" + SHIPPED).then().statusCode(200));
        for (int i = 0; i < 100; i++) {
            var classification = classification(i);
            kafka.send(kafka.topics().classifications(), classification.getTrackId(), classification);
        }

        await().atMost(SOON)
                .untilAsserted(() -> given().get("/api/drift")
                        .then()
                        .statusCode(200)
                        .body("windows_between_false_alarms", equalTo(10f))
                        .body("sources.source", equalTo(Arrays.asList(null, "it")))
                        .body("sources.by_count.tracks", equalTo(List.of(100, 100)))
                        .body("sources[0].by_count.model", equalTo(SHIPPED))
                        .body("sources[0].by_count.baseline", equalTo("champion"))
                        .body("sources[0].by_count.genres.genre", hasItem("unknown"))
                        .body("sources[0].by_time", nullValue()));
        given().get("/api/drift/verdicts?source=it&window=count")
                .then()
                .statusCode(200)
                .body("tracks", equalTo(List.of(100)))
                .body("[0].source", equalTo("it"));
        given().get("/q/metrics").then().body(containsString("timbre_drift_statistic{statistic=\"psi\"}"));

        given().contentType("application/json")
                .body("{\"name\": \"first-hundred\", \"source\": \"it\"}")
                .post("/api/drift/baselines")
                .then()
                .statusCode(201)
                .body("tracks", equalTo(100))
                .body("model", equalTo(SHIPPED));
        await().atMost(SOON)
                .untilAsserted(() -> given().put("/api/drift/baselines/first-hundred/use?source=it")
                        .then()
                        .statusCode(202));
        await().atMost(SOON)
                .untilAsserted(() -> given().get("/api/drift")
                        .then()
                        .body("sources.baseline", equalTo(List.of("champion", "first-hundred"))));
        given().get("/api/drift/baselines")
                .then()
                .body("name", equalTo(List.of("champion", "first-hundred")))
                .body("[1].used_by", equalTo(List.of("it")));
    }

    @Test
    void whatCannotBeDoneAboutBaselinesIsRefusedWithAWayOut() {
        await().atMost(SOON)
                .untilAsserted(() -> given().get("/api/drift/baselines").then().body("name", hasItem("champion")));

        given().put("/api/drift/baselines/none/use")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("remedy", containsString("GET /api/drift/baselines"));
        given().contentType("application/json")
                .body("{\"name\": \"Champion!\"}")
                .post("/api/drift/baselines")
                .then()
                .statusCode(400);
        given().contentType("application/json")
                .body("{\"name\": \"nobody\", \"source\": \"nobody\"}")
                .post("/api/drift/baselines")
                .then()
                .statusCode(409)
                .body("detail", containsString("there are 0"));
        given().get("/api/drift/verdicts?window=moon").then().statusCode(400).body("detail", containsString("moon"));
    }

    /** A track that the model takes for one of its test. */
    private static TrackClassification classification(int number) {
        var model = Champion.checkpoint();
        var test = model.reference().orElseThrow();
        var posteriors = floats(test.posteriors()[number]);
        var best = posteriors.indexOf(Collections.max(posteriors));
        var id = TrackIds.derived("it", Integer.toString(number));
        return TrackClassification.newBuilder()
                .setClassificationId(TrackIds.derived(id, SHIPPED))
                .setTrackId(id)
                .setGenre(model.description().classes().get(best))
                .setConfidence(posteriors.get(best))
                .setGenres(model.description().classes())
                .setPosteriors(posteriors)
                .setSegments(List.of())
                .setEmbedding(floats(test.embeddings()[number]))
                .setModel(SHIPPED)
                .setFrontEnd("linear")
                .setFingerprint("f".repeat(64))
                .setDurationSeconds(30)
                .setSource("it")
                .setAcceptedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .setFeaturesAt(Instant.EPOCH)
                .setClassifiedAt(Instant.EPOCH)
                .build();
    }

    private static List<Float> floats(float... values) {
        return IntStream.range(0, values.length).mapToObj(i -> values[i]).toList();
    }

    private List<TrainingExample> examples() {
        var topic = kafka.topics().examples();
        return ExampleSnapshot.read(
                        kafka.settings(), topic, ExampleSnapshot.latestOffsets(kafka.settings(), topic), 100)
                .examples();
    }

    private static TrackLabel label(String track, String genre) {
        return TrackLabel.newBuilder()
                .setTrackId(track)
                .setGenre(genre)
                .setSource(LabelSource.PERSON)
                .setLabelledAt(Instant.EPOCH)
                .build();
    }

    private static TrackFeatures features(String track) {
        return TrackFeatures.newBuilder()
                .setTrackId(track)
                .setFrontEnd("linear")
                .setFingerprint("f".repeat(64))
                .setElementType(ElementType.FLOAT16)
                .setSegmentShape(List.of(1, 1))
                .setSegments(List.of(new FeatureSegment(0F, ByteBuffer.wrap(new byte[2]))))
                .setDurationSeconds(30)
                .setCodec("flac")
                .setSampleRateHz(44_100)
                .setChannels(2)
                .setAcceptedAt(Instant.EPOCH)
                .setExtractedAt(Instant.EPOCH)
                .build();
    }
}
