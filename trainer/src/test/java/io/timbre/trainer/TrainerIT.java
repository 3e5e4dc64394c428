package io.timbre.trainer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.timbre.schemas.avro.ElementType;
import io.timbre.schemas.avro.FeatureSegment;
import io.timbre.schemas.avro.LabelSource;
import io.timbre.schemas.avro.TrackFeatures;
import io.timbre.schemas.avro.TrackLabel;
import io.timbre.schemas.avro.TrainingExample;
import io.timbre.trainer.example.ExampleSnapshot;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The packaged service on a real broker and a real registry. */
@QuarkusIntegrationTest
@QuarkusTestResource(RealKafka.class)
@Timeout(120)
class TrainerIT {
    private static final Duration SOON = Duration.ofSeconds(60);

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

    private List<TrainingExample> examples() {
        var topic = kafka.topics().examples();
        return ExampleSnapshot.read(kafka.settings(), topic, ExampleSnapshot.latestOffsets(kafka.settings(), topic))
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
