package io.timbre.explain;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.timbre.schemas.TrackIds;
import io.timbre.schemas.avro.ExplanationRequest;
import io.timbre.schemas.avro.ExplanationStatus;
import io.timbre.signal.Audio;
import io.timbre.signal.codec.AudioEncoder;
import io.timbre.signal.codec.AudioFormat;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The packaged service on a real broker and a real registry. */
@QuarkusIntegrationTest
@QuarkusTestResource(RealKafka.class)
@Timeout(120)
class ExplainIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String METHOD = "feature-maps";

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
    void aQuestionAboutAClassifiedTrackIsAnsweredOnceWithAllThatBelongsToTheAnswer() throws IOException {
        var track = classified("answered");

        var location = askedOnceKnown(track, METHOD);
        var answer = awaited(location, "complete");

        assertThat(answer.getString("track_id")).isEqualTo(track);
        assertThat(answer.getList("lines")).isNotEmpty();
        List<Map<String, Object>> artifacts = answer.getList("artifacts");
        assertThat(artifacts).isNotEmpty().allSatisfy(artifact -> {
            var got = given().get((String) artifact.get("uri"));
            assertThat(got.statusCode()).isEqualTo(200);
            assertThat(got.contentType()).startsWith((String) artifact.get("media_type"));
            assertThat(got.asByteArray()).hasSize((Integer) artifact.get("bytes"));
            assertThat(got.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(got.header("Content-Security-Policy")).startsWith("sandbox");
        });
        given().header("Range", "bytes=1-3")
                .get((String) artifacts.getFirst().get("uri"))
                .then()
                .statusCode(206)
                .header("Content-Length", "3")
                .header("Content-Range", startsWith("bytes 1-3/"));
        given().header("Range", "bytes=99999999-")
                .get((String) artifacts.getFirst().get("uri"))
                .then()
                .statusCode(416)
                .contentType("application/problem+json")
                .header("Content-Range", startsWith("bytes */"));
        given().get(location + "/artifacts/tea.png")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("tea.png"));
        asked(track, Map.of("method", METHOD), 200);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(kafka.records(kafka.topics().explanations(), track))
                        .singleElement()
                        .satisfies(event -> {
                            assertThat(event.getStatus()).isEqualTo(ExplanationStatus.COMPLETE);
                            assertThat(event.getArtifacts()).hasSameSizeAs(artifacts);
                            assertThat(kafka.store().require(event.getObjectUri()))
                                    .isNotEmptyFile();
                        }));
    }

    @Test
    void aQuestionOnTheTopicIsAnsweredToo() throws IOException {
        var track = classified("asked on the topic");
        askedOnceKnown(track, METHOD);
        kafka.send(
                kafka.topics().explanationRequests(),
                track,
                ExplanationRequest.newBuilder(request(track, METHOD))
                        .setLayer("conv1")
                        .build());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(kafka.records(kafka.topics().explanations(), track))
                        .filteredOn(event -> "conv1".equals(event.getLayer()))
                        .singleElement()
                        .satisfies(event -> {
                            assertThat(event.getStatus()).isEqualTo(ExplanationStatus.COMPLETE);
                            assertThat(event.getLines()).isNotEmpty();
                            assertThat(kafka.store().require(event.getObjectUri()))
                                    .isNotEmptyFile();
                        }));
    }

    @Test
    void workThatIsNotWantedAnyMoreStopsAndIsSaidToHave() throws IOException {
        var track = classified("cancelled");
        var location = askedOnceKnown(track, "attributes");

        given().delete(location).then().statusCode(202);

        awaited(location, "failed");
        given().get(location).then().body("failure.reason", equalTo("cancelled"));
        given().delete(location).then().statusCode(409);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(kafka.records(kafka.topics().explanations(), track))
                        .singleElement()
                        .satisfies(event -> assertThat(event.getReason()).isEqualTo("cancelled")));
    }

    @Test
    void aQuestionOnTheTopicThatHasNoAnswerIsToldWhy() {
        var track = id("on the topic");
        kafka.send(kafka.topics().explanationRequests(), track, request(track, "tea-leaves"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(kafka.records(kafka.topics().explanations(), track))
                        .singleElement()
                        .satisfies(event -> {
                            assertThat(event.getReason()).isEqualTo("unknown-method");
                            assertThat(event.getDetail()).contains("saliency");
                        }));
    }

    @Test
    void aTrackThatIsUnknownOrNotClassifiedIsToldApart() {
        var track = id("unclassified");
        kafka.send(kafka.topics().tracks(), track, Samples.track(track));

        await().atMost(SOON)
                .untilAsserted(() -> asked(track, Map.of("method", METHOD), 409)
                        .then()
                        .contentType("application/problem+json")
                        .body("reason", equalTo("not-classified"))
                        .body("remedy", notNullValue()));
        asked("0".repeat(64), Map.of("method", METHOD), 404).then().body("reason", equalTo("unknown-track"));
    }

    @Test
    void whatIsNotThereIsNamedBesideWhatThereIs() {
        var track = id("named");

        asked(track, Map.of("method", "tea-leaves"), 400)
                .then()
                .body("reason", equalTo("unknown-method"))
                .body("detail", containsString("saliency"));
        asked(track, Map.of("method", METHOD, "genre", "polka"), 400)
                .then()
                .body("reason", equalTo("unknown-genre"))
                .body("detail", containsString("jazz"));
        asked(track, Map.of("method", METHOD, "feature", "1"), 400).then().body("reason", equalTo("unknown-parameter"));
        asked(track, Map.of("method", METHOD, "model", "other-1"), 400)
                .then()
                .body("reason", equalTo("unknown-model"))
                .body("detail", containsString(Samples.MODEL.version()));
    }

    @Test
    void whatIsNoQuestionIsRefused() {
        asked(Samples.ID, Map.of("method", METHOD, "genre", "x".repeat(1000)), 413);
        asked(Samples.ID, Map.of("method", METHOD, "mood", "sad"), 400)
                .then()
                .contentType("application/problem+json")
                .body("detail", containsString("mood"));
        given().body("{").post("/api/explanations").then().statusCode(400);
        given().body("{}").post("/api/explanations").then().statusCode(404);
    }

    @Test
    void anExplanationThatNobodyAskedForIsNotFound() {
        for (var path :
                List.of("/api/explanations/" + "0".repeat(64), "/api/explanations/..%2F..", "/api/explanations/7")) {
            given().get(path).then().statusCode(404);
            given().get(path + "/artifacts/explanation.json").then().statusCode(404);
            given().delete(path).then().statusCode(404);
        }
    }

    @Test
    void tellsWhatCanBeAsked() {
        given().get("/api/explanations/methods")
                .then()
                .statusCode(200)
                .body("methods", hasItem(METHOD))
                .body("genres", hasItem("jazz"))
                .body("layers.name", hasItem("conv1"))
                .body("model", equalTo(Samples.MODEL.version()));
        given().get("/q/openapi").then().body(containsString("/api/tracks/{id}/explanations"));
    }

    /** The service may not know of it yet. */
    private String classified(String content) throws IOException {
        var track = id(content);
        kafka.store().store(Samples.track(track).getObjectUri(), recording());
        kafka.send(kafka.topics().tracks(), track, Samples.track(track));
        kafka.send(kafka.topics().classifications(), track, Samples.classification(track));
        return track;
    }

    private static ExplanationRequest request(String track, String method) {
        return ExplanationRequest.newBuilder()
                .setTrackId(track)
                .setMethod(method)
                .setRequestedAt(Instant.now())
                .build();
    }

    private static String askedOnceKnown(String track, String method) {
        return await().atMost(SOON)
                .ignoreExceptionsInstanceOf(AssertionError.class)
                .until(() -> asked(track, Map.of("method", method), 202).header("Location"), address -> true);
    }

    private static byte[] recording() {
        var random = new SplittableRandom(7);
        var samples = new float[22_050 * 5];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.3 * Math.sin(i * 0.1) + 0.1 * random.nextGaussian());
        }
        return AudioEncoder.encode(new Audio(samples, 22_050), AudioFormat.WAV);
    }

    private static JsonPath awaited(String location, String status) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> given().get(location).then().statusCode(200).body("status", equalTo(status)));
        return given().get(location).jsonPath();
    }

    private static Response asked(String track, Map<String, String> question, int status) {
        var answer =
                given().contentType("application/json").body(question).post("/api/tracks/" + track + "/explanations");
        answer.then().statusCode(status);
        return answer;
    }

    private static String id(String content) {
        var digest = TrackIds.sha256();
        digest.update(content.getBytes(UTF_8));
        return TrackIds.of(digest);
    }
}
