package io.timbre.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.schemas.DeadLetters;
import io.timbre.schemas.Topics;
import io.timbre.schemas.avro.Track;
import io.timbre.schemas.avro.TrackClassification;
import io.timbre.schemas.avro.TrackState;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrackViewTopologyTest {
    private final Topics topics = Topics.withRegistry("mock://track-view-topology-test");

    @TempDir
    private Path stateDirectory;

    private TopologyTestDriver driver;
    private TestInputTopic<String, Track> tracks;
    private TestInputTopic<String, TrackClassification> classifications;
    private TestInputTopic<String, byte[]> letters;

    @BeforeEach
    void start() {
        driver = new TopologyTestDriver(new TrackViewTopology(topics).get(), settings());
        tracks = driver.createInputTopic(
                "tracks", new StringSerializer(), topics.tracks().values().serializer());
        classifications = driver.createInputTopic(
                "track-classifications",
                new StringSerializer(),
                topics.classifications().values().serializer());
        letters = driver.createInputTopic("features-dead-letters", new StringSerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void anAnnouncedTrackIsKnownAndPending() {
        tracks.pipeInput(Samples.ID, Samples.track());

        assertThat(state()).isEqualTo(new TrackState(Samples.track(), null, null));
        assertThat(TrackBody.of(Samples.ID, state()).status()).isEqualTo("accepted");
    }

    @Test
    void aClassificationJoinsItsTrackWhicheverComesFirst() {
        classifications.pipeInput(Samples.ID, Samples.classification());
        tracks.pipeInput(Samples.ID, Samples.track());

        assertThat(state()).isEqualTo(new TrackState(Samples.track(), Samples.classification(), null));
        assertThat(TrackBody.of(Samples.ID, state()).status()).isEqualTo("classified");
    }

    @Test
    void aDeadLetterMakesItsTrackRejectedWithTheReasonAndWhatToDo() {
        tracks.pipeInput(Samples.ID, Samples.track());
        letters.pipeInput(letter(Samples.ID));

        var body = TrackBody.of(Samples.ID, state());
        assertThat(body.status()).isEqualTo("rejected");
        assertThat(body.rejection()).isNotNull();
        assertThat(body.rejection().reason()).isEqualTo("silent");
        assertThat(body.rejection().detail()).isEqualTo("no peak");
        assertThat(body.rejection().remedy()).contains("-60 dBFS");
    }

    @Test
    void aTrackSentAgainAfterARejectionIsPendingOnceMore() {
        tracks.pipeInput(Samples.ID, Samples.track());
        letters.pipeInput(letter(Samples.ID));
        tracks.pipeInput(
                Samples.ID,
                Track.newBuilder(Samples.track())
                        .setAcceptedAt(Samples.NOON.plusSeconds(60))
                        .build());

        assertThat(TrackBody.of(Samples.ID, state()).status()).isEqualTo("accepted");
    }

    @Test
    void aRejectionThatOvertakesItsTracksEventStays() {
        letters.pipeInput(letter(Samples.ID));
        tracks.pipeInput(Samples.ID, Samples.track());

        assertThat(TrackBody.of(Samples.ID, state()).status()).isEqualTo("rejected");
    }

    @Test
    void aLaterClassificationSupersedesARejection() {
        tracks.pipeInput(Samples.ID, Samples.track());
        letters.pipeInput(letter(Samples.ID));
        classifications.pipeInput(Samples.ID, Samples.classification());

        assertThat(TrackBody.of(Samples.ID, state()).status()).isEqualTo("classified");
        assertThat(TrackBody.of(Samples.ID, state()).rejection()).isNull();
    }

    @Test
    void deadLettersUnderNoTrackIdAreNotTracks() {
        letters.pipeInput(letter("no-track"));
        letters.pipeInput(letter(null));

        assertThat(driver.getKeyValueStore(TrackViewTopology.STORE).approximateNumEntries())
                .isZero();
    }

    private TrackState state() {
        return driver.<String, TrackState>getKeyValueStore(TrackViewTopology.STORE)
                .get(Samples.ID);
    }

    private static TestRecord<String, byte[]> letter(@Nullable String key) {
        var headers = new RecordHeaders()
                .add("timbre-service", "features".getBytes(UTF_8))
                .add("timbre-reason", "silent".getBytes(UTF_8))
                .add("timbre-detail", "no peak".getBytes(UTF_8))
                .add("timbre-rejected-at", "2026-11-21T12:00:00Z".getBytes(UTF_8));
        return new TestRecord<>(key, new byte[] {1, 2, 3}, headers);
    }

    private Properties settings() {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "track-view-topology-test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        settings.put(DeadLetters.SERVICE, "ingest");
        return settings;
    }
}
