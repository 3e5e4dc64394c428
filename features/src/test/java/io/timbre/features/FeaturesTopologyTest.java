package io.timbre.features;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timbre.schemas.DeadLetters;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import io.timbre.schemas.Topics;
import io.timbre.schemas.avro.ElementType;
import io.timbre.schemas.avro.Track;
import io.timbre.schemas.avro.TrackFeatures;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeaturesTopologyTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final String SHORT = "a".repeat(64);
    private static final String GOOD = "b".repeat(64);
    private static final String UNLUCKY = "c".repeat(64);

    private final Topics topics = Topics.withRegistry("mock://features-topology-test");
    private final List<String> extracted = new ArrayList<>();

    @TempDir
    private Path stateDirectory;

    private TopologyTestDriver driver;
    private TestInputTopic<String, Track> tracks;
    private TestOutputTopic<String, TrackFeatures> features;
    private TestOutputTopic<String, byte[]> letters;

    @BeforeEach
    void start() {
        driver = new TopologyTestDriver(new FeaturesTopology(topics, this::extract, "print-1").get(), settings());
        tracks = driver.createInputTopic(
                "tracks", new StringSerializer(), topics.tracks().values().serializer());
        features = driver.createOutputTopic(
                "track-features",
                new StringDeserializer(),
                topics.features().values().deserializer());
        letters = driver.createOutputTopic(
                "features-dead-letters", new StringDeserializer(), new ByteArrayDeserializer());
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void turnsATrackIntoItsFeatureRecordUnderTheSameKey() {
        tracks.pipeInput(GOOD, track(GOOD));

        assertThat(features.readKeyValue()).satisfies(record -> {
            assertThat(record.key).isEqualTo(GOOD);
            assertThat(record.value.getTrackId()).isEqualTo(GOOD);
        });
    }

    @Test
    void sendsATrackTooShortToTheDeadLettersAndCarriesOn() {
        tracks.pipeInput(SHORT, track(SHORT));
        tracks.pipeInput(GOOD, track(GOOD));

        var letter = letters.readRecord();
        assertThat(letter.key()).isEqualTo(SHORT);
        assertThat(letter.value())
                .isEqualTo(topics.tracks().values().serializer().serialize("tracks", track(SHORT)));
        assertThat(new String(letter.headers().lastHeader("timbre-reason").value(), UTF_8))
                .isEqualTo("too-short");
        assertThat(features.readKeyValuesToList()).hasSize(1);
    }

    @Test
    void theSameTrackTwiceHasOneEffect() {
        tracks.pipeInput(GOOD, track(GOOD));
        tracks.pipeInput(GOOD, track(GOOD));

        assertThat(features.readValuesToList()).hasSize(1);
        assertThat(extracted).containsExactly(GOOD);
    }

    @Test
    void aRejectedTrackCanBeSentAgain() {
        tracks.pipeInput(SHORT, track(SHORT));
        tracks.pipeInput(SHORT, track(SHORT));

        assertThat(letters.readValuesToList()).hasSize(2);
    }

    @Test
    void aRecordUnderAForeignKeyIsMalformed() {
        tracks.pipeInput(SHORT, track(GOOD));

        assertThat(new String(
                        letters.readRecord()
                                .headers()
                                .lastHeader("timbre-reason")
                                .value(),
                        UTF_8))
                .isEqualTo("malformed-record");
        assertThat(features.isEmpty()).isTrue();
    }

    @Test
    void aFailureThatMayPassFailsTheTaskAndIsNotRemembered() {
        assertThatThrownBy(() -> tracks.pipeInput(UNLUCKY, track(UNLUCKY))).isInstanceOf(StreamsException.class);

        assertThat(letters.isEmpty()).isTrue();
        assertThat(driver.getKeyValueStore(ExtractOnce.STORE).get(UNLUCKY)).isNull();
    }

    @Test
    void theRecordIsAnEventOfItsOwn() {
        tracks.pipeInput(GOOD, track(GOOD));

        var headers = features.readRecord().headers();
        assertThat(new String(headers.lastHeader("ce_type").value(), UTF_8))
                .isEqualTo("io.timbre.track.features-extracted");
        assertThat(headers.lastHeader("traceparent")).isNotNull();
    }

    private TrackFeatures extract(Track track) {
        if (track.getTrackId().equals(SHORT)) {
            throw new RejectedException(Reason.TOO_SHORT, "0.40 s");
        }
        if (track.getTrackId().equals(UNLUCKY)) {
            throw new IllegalStateException("the store is away");
        }
        extracted.add(track.getTrackId());
        return TrackFeatures.newBuilder()
                .setTrackId(track.getTrackId())
                .setFrontEnd("log-mel")
                .setFingerprint("print-1")
                .setElementType(ElementType.FLOAT16)
                .setSegmentShape(List.of(128, 87))
                .setSegments(List.of())
                .setDurationSeconds(30)
                .setCodec("flac")
                .setSampleRateHz(22_050)
                .setChannels(1)
                .setAcceptedAt(track.getAcceptedAt())
                .setExtractedAt(NOON)
                .build();
    }

    private static Track track(String id) {
        return Track.newBuilder()
                .setTrackId(id)
                .setObjectUri("object:audio/" + id.substring(0, 2) + "/" + id)
                .setBytes(4)
                .setAcceptedAt(NOON)
                .build();
    }

    private Properties settings() {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "features-topology-test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        settings.put(DeadLetters.SERVICE, "features");
        return settings;
    }
}
