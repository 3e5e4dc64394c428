package io.timbre.explain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.networks.engine.ComputeEngine;
import io.timbre.schemas.DeadLetters;
import io.timbre.schemas.Topics;
import io.timbre.schemas.avro.Explanation;
import io.timbre.schemas.avro.ExplanationRequest;
import io.timbre.schemas.avro.ExplanationStatus;
import io.timbre.schemas.avro.Track;
import io.timbre.schemas.avro.TrackClassification;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTopologyTest {
    static {
        // The stores load RocksDB's native library, after which MXNet's hangs: as ExplainMain, so the JVM of the tests.
        ComputeEngine.MXNET.engine();
    }

    private static final String TRACE = "00-" + "a".repeat(32) + "-" + "b".repeat(16) + "-01";

    private final Topics topics = Topics.withRegistry("mock://explain-topology-test");
    private final WorksByHand works = new WorksByHand();

    @TempDir
    private Path stateDirectory;

    private TopologyTestDriver driver;
    private TestInputTopic<String, Track> tracks;
    private TestInputTopic<String, TrackClassification> classifications;
    private TestInputTopic<String, ExplanationRequest> requests;
    private TestOutputTopic<String, Explanation> explanations;
    private TestOutputTopic<String, byte[]> letters;

    @BeforeEach
    void start() {
        var topology = new ExplainTopology(
                topics, new Admission(() -> List.of(new Explained(Samples.MODEL, Samples.LAYERS))), works);
        driver = new TopologyTestDriver(topology.get(), settings());
        tracks = driver.createInputTopic(
                "tracks", new StringSerializer(), topics.tracks().values().serializer());
        classifications = driver.createInputTopic(
                "track-classifications",
                new StringSerializer(),
                topics.classifications().values().serializer());
        requests = driver.createInputTopic(
                "explanation-requests",
                new StringSerializer(),
                topics.explanationRequests().values().serializer());
        explanations = driver.createOutputTopic(
                "explanations",
                new StringDeserializer(),
                topics.explanations().values().deserializer());
        letters =
                driver.createOutputTopic("explain-dead-letters", new StringDeserializer(), new ByteArrayDeserializer());
        tracks.pipeInput(Samples.ID, Samples.track());
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void announcesTheAnswerOnceTheWorkIsDone() {
        classifications.pipeInput(Samples.ID, Samples.classification());
        requests.pipeInput(Samples.ID, Samples.request());
        look();
        assertThat(explanations.isEmpty()).as("before the work is done").isTrue();

        works.finish(ExplanationState.complete(Samples.asked(), Samples.answer()));
        look();

        assertThat(explanations.readKeyValuesToList()).singleElement().satisfies(record -> {
            assertThat(record.key).isEqualTo(Samples.ID);
            assertThat(record.value.getExplanationId())
                    .isEqualTo(Samples.asked().explanationId());
            assertThat(record.value.getStatus()).isEqualTo(ExplanationStatus.COMPLETE);
            assertThat(record.value.getTrusted()).isFalse();
            assertThat(record.value.getArtifacts().getFirst().getObjectUri())
                    .startsWith("object:explanations/")
                    .endsWith("/saliency.png");
        });
        assertThat(pending()).isEmpty();
    }

    @Test
    void theSameQuestionAgainMeanwhileHasNoEffect() {
        classifications.pipeInput(Samples.ID, Samples.classification());
        requests.pipeInput(Samples.ID, Samples.request());
        requests.pipeInput(Samples.ID, Samples.request());

        works.finish(ExplanationState.complete(Samples.asked(), Samples.answer()));
        look();

        assertThat(works.begun).hasSize(1);
        assertThat(explanations.readValuesToList()).hasSize(1);
    }

    @Test
    void aQuestionWithoutAnAnswerIsAnsweredWithTheReasonAndGoesToTheDeadLetters() {
        requests.pipeInput(Samples.ID, Samples.request());

        assertThat(explanations.readValue()).satisfies(explanation -> {
            assertThat(explanation.getStatus()).isEqualTo(ExplanationStatus.FAILED);
            assertThat(explanation.getReason()).isEqualTo("not-classified");
            assertThat(explanation.getRemedy()).isNotBlank();
        });
        var letter = letters.readRecord();
        assertThat(letter.value())
                .isEqualTo(topics.explanationRequests()
                        .values()
                        .serializer()
                        .serialize("explanation-requests", Samples.request()));
        assertThat(new String(letter.headers().lastHeader("timbre-reason").value(), UTF_8))
                .isEqualTo("not-classified");
        assertThat(pending()).isEmpty();
    }

    @Test
    void aRequestUnderAForeignKeyIsMalformed() {
        requests.pipeInput("f".repeat(64), Samples.request());

        assertThat(new String(
                        letters.readRecord()
                                .headers()
                                .lastHeader("timbre-reason")
                                .value(),
                        UTF_8))
                .isEqualTo("malformed-record");
        assertThat(explanations.isEmpty()).isTrue();
    }

    @Test
    void theEventGoesOnWithTheTraceOfItsRequest() {
        classifications.pipeInput(Samples.ID, Samples.classification());
        var headers = new RecordHeaders().add("traceparent", TRACE.getBytes(UTF_8));
        requests.pipeInput(new TestRecord<>(Samples.ID, Samples.request(), headers));
        works.finish(ExplanationState.complete(Samples.asked(), Samples.answer()));
        look();

        var event = explanations.readRecord().headers();
        assertThat(new String(event.lastHeader("traceparent").value(), UTF_8)).startsWith("00-" + "a".repeat(32));
        assertThat(new String(event.lastHeader("ce_type").value(), UTF_8)).isEqualTo("io.timbre.track.explained");
        assertThat(new String(event.lastHeader("ce_id").value(), UTF_8))
                .isEqualTo(Samples.asked().explanationId());
    }

    private void look() {
        driver.advanceWallClockTime(AnswerRequests.LOOK_EVERY);
    }

    private List<String> pending() {
        var keys = new ArrayList<String>();
        try (var all = driver.getKeyValueStore(AnswerRequests.PENDING).all()) {
            all.forEachRemaining(entry -> keys.add((String) entry.key));
        }
        return keys;
    }

    private Properties settings() {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "explain-topology-test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        settings.put(DeadLetters.SERVICE, "explain");
        return settings;
    }
}
