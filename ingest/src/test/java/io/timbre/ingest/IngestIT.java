package io.timbre.ingest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.timbre.schemas.TrackIds;
import io.timbre.schemas.avro.TrackClassification;
import io.timbre.schemas.avro.TrackLabel;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged service on a real broker and a real registry. */
@QuarkusIntegrationTest
@QuarkusTestResource(RealKafka.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(90)
class IngestIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    private RealKafka kafka;

    @TestHTTPResource("/api/tracks")
    URI uploads;

    @TestHTTPResource("/api/classifications/stream")
    URI stream;

    @Test
    void anUploadIsStoredUnderItsHashAndKnownToTheView() {
        var id = id("a recording");

        given().multiPart("file", "so what.mp3", "a recording".getBytes(UTF_8), "audio/mpeg")
                .multiPart("title", "So What")
                .post("/api/tracks")
                .then()
                .statusCode(202)
                .header("Location", "/api/tracks/" + id)
                .body("track_id", equalTo(id))
                .body("status", equalTo("accepted"));

        assertThat(kafka.store().resolve("object:audio/" + id.substring(0, 2) + "/" + id))
                .hasContent("a recording");
        await().atMost(SOON)
                .untilAsserted(() -> given().get("/api/tracks/" + id)
                        .then()
                        .statusCode(200)
                        .body("status", equalTo("accepted"))
                        .body("title", equalTo("So What"))
                        .body("file_name", equalTo("so what.mp3"))
                        .body("bytes", equalTo(11))
                        .body("accepted_at", notNullValue())
                        .body("rejection", nullValue()));
        given().get("/api/tracks/" + id + "/classification")
                .then()
                .statusCode(404)
                .body("status", equalTo("pending"));
    }

    @Test
    void aRecordingIsToBeHeardAndNeverTakenForAPage() {
        given().multiPart("file", "song.mp3", "heard".getBytes(UTF_8), "audio/mpeg")
                .post("/api/tracks")
                .then()
                .statusCode(202);
        given().multiPart("file", "song.html", "<script>".getBytes(UTF_8), "text/html")
                .post("/api/tracks")
                .then()
                .statusCode(202);

        await().atMost(SOON)
                .untilAsserted(() -> given().get("/api/tracks/" + id("heard") + "/audio")
                        .then()
                        .statusCode(200)
                        .contentType("audio/mpeg")
                        .body(equalTo("heard")));
        await().atMost(SOON)
                .untilAsserted(() -> given().get("/api/tracks/" + id("<script>") + "/audio")
                        .then()
                        .statusCode(200)
                        .contentType("application/octet-stream")
                        .header("Content-Security-Policy", "sandbox"));
        given().get("/api/tracks/" + "0".repeat(64) + "/audio").then().statusCode(404);
    }

    @Test
    void whateverThePageLoadsIsThere() {
        var page = given().get("/").then().statusCode(200).extract().asString();

        var loaded = Pattern.compile("(?:src|rel=\"stylesheet\" href)=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(loaded).hasSizeGreaterThanOrEqualTo(3);
        loaded.forEach(path -> given().get("/" + path).then().statusCode(200));
    }

    @Test
    void theSameBytesAgainAreKnown() {
        upload("twice");
        await().atMost(SOON)
                .untilAsserted(
                        () -> given().get("/api/tracks/" + id("twice")).then().statusCode(200));

        given().multiPart("file", "other name.wav", "twice".getBytes(UTF_8))
                .post("/api/tracks")
                .then()
                .statusCode(202)
                .body("track_id", equalTo(id("twice")))
                .body("status", equalTo("known"));
    }

    @Test
    void aClassificationIsServedAndStreamedAsItHappens() throws Exception {
        var listening = new CompletableFuture<Void>();
        var heard = HttpClient.newHttpClient()
                .sendAsync(HttpRequest.newBuilder(stream).build(), HttpResponse.BodyHandlers.ofLines())
                .thenApply(answer -> {
                    listening.complete(null);
                    return answer.body();
                });
        upload("classified");
        listening.get(30, TimeUnit.SECONDS);

        var classification = TrackClassification.newBuilder(Samples.classification())
                .setTrackId(id("classified"))
                .build();
        send(
                "track-classifications",
                id("classified"),
                kafka.topics()
                        .classifications()
                        .values()
                        .serializer()
                        .serialize("track-classifications", classification));

        await().atMost(SOON)
                .untilAsserted(() -> given().get("/api/tracks/" + id("classified") + "/classification")
                        .then()
                        .statusCode(200)
                        .body("genre", equalTo("jazz"))
                        .body("posteriors.blues", equalTo(0.25f))
                        .body("segments[0].posteriors.jazz", equalTo(0.75f))
                        .body("model", equalTo("tiny-1")));
        try (Stream<String> lines = heard.get(30, TimeUnit.SECONDS)) {
            assertThat(lines.filter(line -> line.startsWith("data:")).findFirst())
                    .hasValueSatisfying(line -> assertThat(line).contains(id("classified"), "\"genre\":\"jazz\""));
        }
    }

    @Test
    void aDeadLetterMakesTheClassificationGoneWithTheReasonAndWhatToDo() {
        upload("silence");
        var record = new ProducerRecord<>("features-dead-letters", id("silence"), new byte[] {1});
        Map.of(
                        "timbre-service", "features",
                        "timbre-reason", "silent",
                        "timbre-detail", "no peak",
                        "timbre-rejected-at", "2026-11-21T12:00:00Z")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        send(record);

        await().atMost(SOON)
                .untilAsserted(() -> given().get("/api/tracks/" + id("silence") + "/classification")
                        .then()
                        .statusCode(410)
                        .contentType("application/problem+json")
                        .body("reason", equalTo("silent"))
                        .body("remedy", containsString("-60 dBFS")));
        given().get("/api/tracks/" + id("silence")).then().body("status", equalTo("rejected"));
    }

    @Test
    void anEmptyFileIsRefused() {
        given().multiPart("file", "empty.wav", new byte[0])
                .post("/api/tracks")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("reason", equalTo("empty"));
    }

    @Test
    void aFormWithoutAFileIsRefused() {
        given().multiPart("title", "So What")
                .post("/api/tracks")
                .then()
                .statusCode(400)
                .body("reason", equalTo("no-file"));
    }

    @Test
    void aFileBeyondTheLimitIsRefusedAndLeavesNothingBehind() {
        given().multiPart("file", "long.wav", new byte[1_000_001])
                .post("/api/tracks")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("reason", equalTo("too-large"));

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(kafka.store().resolve("object:incoming")).isEmptyDirectory());
    }

    @Test
    void whatIsNoFormIsRefused() {
        given().contentType("application/json")
                .body("{\"url\":\"http://example.org/song.mp3\"}")
                .post("/api/tracks")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("reason", equalTo("no-file"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=edge"})
    void aFormThatCannotBeReadIsRefused(String mediaType) throws Exception {
        var request = HttpRequest.newBuilder(uploads)
                .header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofString("no parts at all"))
                .build();

        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"reason\":\"no-file\"");
    }

    @Test
    void twoFilesInOneRequestAreRefusedAndLeaveNothingBehind() {
        given().multiPart("file", "one.wav", "one of two".getBytes(UTF_8))
                .multiPart("file", "two.wav", "two of two".getBytes(UTF_8))
                .post("/api/tracks")
                .then()
                .statusCode(400)
                .body("reason", equalTo("no-file"));

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(kafka.store().resolve("object:incoming")).isEmptyDirectory());
        await().atMost(SOON)
                .untilAsserted(() ->
                        given().get("/api/tracks/" + id("one of two")).then().statusCode(404));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void whileTheBrokerIsAwayUploadsAreToldToComeAgain() {
        kafka.stopBroker();

        given().multiPart("file", "patience.wav", "patience".getBytes(UTF_8))
                .post("/api/tracks")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue());
        given().body("{\"genre\": \"rock\"}")
                .post("/api/tracks/" + id("patience") + "/labels")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue());
    }

    @Test
    void aLabelIsOnItsTopicAndSoIsThatItIsTakenBack() {
        var id = id("labelled");
        given().body("{\"genre\": \"Hip-Hop\", \"who\": \"ann\", \"certainty\": 0.5}")
                .post("/api/tracks/" + id + "/labels")
                .then()
                .statusCode(202)
                .body("track_id", equalTo(id))
                .body("status", equalTo("taken"))
                .body("genre", equalTo("hiphop"));
        given().delete("/api/tracks/" + id + "/labels?source=person&who=ann")
                .then()
                .statusCode(202)
                .body("status", equalTo("retracted"));

        assertThat(labels(id))
                .satisfiesExactly(
                        said -> {
                            assertThat(said.getGenre()).isEqualTo("Hip-Hop");
                            assertThat(said.getWho()).isEqualTo("ann");
                            assertThat(said.getCertainty()).isEqualTo(0.5F);
                        },
                        takenBack -> {
                            assertThat(takenBack.getRetracted()).isTrue();
                            assertThat(takenBack.getWho()).isEqualTo("ann");
                        });
    }

    @Test
    void anUploadBringsItsLabelAlong() {
        given().multiPart("file", "polka.wav", "polka".getBytes(UTF_8))
                .multiPart("label", "Polka")
                .multiPart("artist", "Myron Floren")
                .post("/api/tracks")
                .then()
                .statusCode(202)
                .body("label.status", equalTo("held-back"))
                .body("label.remedy", containsString("rock"));

        assertThat(labels(id("polka"))).singleElement().satisfies(label -> {
            assertThat(label.getGenre()).isEqualTo("Polka");
            assertThat(label.getArtist()).isEqualTo("Myron Floren");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "{\"genre\": \"rock\", \"sauce\": \"person\"}",
                "{\"genre\": \"rock\", \"certainty\": \"very\"}"
            })
    void whatIsNoLabelIsRefusedWithTheReason(String body) {
        given().body(body)
                .post("/api/tracks/" + id("malformed") + "/labels")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("reason", equalTo("malformed-label"))
                .body("remedy", notNullValue());
    }

    @Test
    void anUploadWhoseLabelNobodyFilledInHasNone() {
        given().multiPart("file", "blank.wav", "blank".getBytes(UTF_8))
                .multiPart("label", "")
                .post("/api/tracks")
                .then()
                .statusCode(202)
                .body("label", nullValue());

        assertThat(labels(id("blank"))).isEmpty();
    }

    @Test
    void anUploadWithAMalformedLabelIsNotTaken() {
        given().multiPart("file", "unnamed.wav", "unnamed".getBytes(UTF_8))
                .multiPart("label", "...")
                .post("/api/tracks")
                .then()
                .statusCode(400)
                .body("reason", equalTo("malformed-label"));

        assertThat(kafka.store().resolve("object:audio/" + id("unnamed").substring(0, 2) + "/" + id("unnamed")))
                .doesNotExist();
    }

    @Test
    void anUnknownTrackIsNotFound() {
        await().atMost(SOON)
                .untilAsserted(() -> given().get("/api/tracks/" + "0".repeat(64))
                        .then()
                        .statusCode(404)
                        .contentType("application/problem+json"));
    }

    @Test
    void acceptedAndRejectedUploadsAreCounted() {
        upload("counted");
        given().multiPart("file", "empty.wav", new byte[0]).post("/api/tracks");

        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("timbre_tracks_accepted_total{status=\"accepted\"}"))
                .body(containsString("timbre_tracks_rejected_total{reason=\"empty\"}"))
                .body(containsString("timbre_stage_latency_seconds_count{stage=\"accept\"}"));
    }

    private static void upload(String content) {
        given().multiPart("file", content + ".wav", content.getBytes(UTF_8))
                .post("/api/tracks")
                .then()
                .statusCode(202);
    }

    private static String id(String content) {
        var digest = TrackIds.sha256();
        digest.update(content.getBytes(UTF_8));
        return TrackIds.of(digest);
    }

    private List<TrackLabel> labels(String trackId) {
        var topic = kafka.topics().labels();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
                new StringDeserializer(),
                topic.values().deserializer())) {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<TrackLabel>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(event -> found.add(event.value()));
            }
            return found.stream()
                    .filter(label -> label.getTrackId().equals(trackId))
                    .toList();
        }
    }

    private void send(String topic, String key, byte[] value) {
        send(new ProducerRecord<>(topic, key, value));
    }

    private void send(ProducerRecord<String, byte[]> record) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(record);
        }
    }
}
