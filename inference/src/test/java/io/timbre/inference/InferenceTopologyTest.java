package io.timbre.inference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.schemas.DeadLetters;
import io.timbre.schemas.Topics;
import io.timbre.schemas.avro.TrackClassification;
import io.timbre.schemas.avro.TrackFeatures;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InferenceTopologyTest {
    private final Topics topics = Topics.withRegistry("mock://inference-topology-test");

    @TempDir
    private Path stateDirectory;

    private TopologyTestDriver driver;
    private TestInputTopic<String, TrackFeatures> features;
    private TestOutputTopic<String, TrackClassification> classifications;
    private TestOutputTopic<String, byte[]> letters;

    @BeforeEach
    void start() {
        var classifier = new Classifier(Samples.model(), Samples::predict);
        driver = new TopologyTestDriver(new InferenceTopology(topics, classifier::classify).get(), settings());
        features = driver.createInputTopic(
                "track-features",
                new StringSerializer(),
                topics.features().values().serializer());
        classifications = driver.createOutputTopic(
                "track-classifications",
                new StringDeserializer(),
                topics.classifications().values().deserializer());
        letters = driver.createOutputTopic(
                "inference-dead-letters", new StringDeserializer(), new ByteArrayDeserializer());
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void classifiesAFeatureRecordUnderItsKey() {
        features.pipeInput(Samples.ID, Samples.features(Samples.PRINT, 0.75f));

        var record = classifications.readRecord();
        assertThat(record.key()).isEqualTo(Samples.ID);
        assertThat(record.value().getGenre()).isEqualTo("blues");
        assertThat(new String(record.headers().lastHeader("ce_id").value(), UTF_8))
                .isEqualTo(record.value().getClassificationId());
    }

    @Test
    void sendsFeaturesOfAnotherFrontEndToTheDeadLettersAndCarriesOn() {
        features.pipeInput(Samples.ID, Samples.features("print-2", 0.75f));
        features.pipeInput(Samples.ID, Samples.features(Samples.PRINT, 0.75f));

        assertThat(new String(
                        letters.readRecord()
                                .headers()
                                .lastHeader("timbre-reason")
                                .value(),
                        UTF_8))
                .isEqualTo("front-end-mismatch");
        assertThat(classifications.readValuesToList()).hasSize(1);
    }

    @Test
    void aRecordUnderAForeignKeyIsMalformed() {
        features.pipeInput("f".repeat(64), Samples.features(Samples.PRINT, 0.75f));

        assertThat(new String(
                        letters.readRecord()
                                .headers()
                                .lastHeader("timbre-reason")
                                .value(),
                        UTF_8))
                .isEqualTo("malformed-record");
    }

    private Properties settings() {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "inference-topology-test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        settings.put(DeadLetters.SERVICE, "inference");
        return settings;
    }
}
