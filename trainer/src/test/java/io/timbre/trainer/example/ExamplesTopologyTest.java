package io.timbre.trainer.example;

import static io.timbre.schemas.avro.LabelSource.CATALOGUE;
import static io.timbre.schemas.avro.LabelSource.PERSON;
import static io.timbre.trainer.example.Samples.ID;
import static io.timbre.trainer.example.Samples.OTHER_ID;
import static io.timbre.trainer.example.Samples.byArtist;
import static io.timbre.trainer.example.Samples.features;
import static io.timbre.trainer.example.Samples.label;
import static io.timbre.trainer.example.Samples.retraction;
import static io.timbre.trainer.example.Samples.track;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.timbre.networks.engine.ComputeEngine;
import io.timbre.schemas.DeadLetters;
import io.timbre.schemas.Taxonomy;
import io.timbre.schemas.Topic;
import io.timbre.schemas.Topics;
import io.timbre.schemas.avro.Track;
import io.timbre.schemas.avro.TrackFeatures;
import io.timbre.schemas.avro.TrackLabel;
import io.timbre.schemas.avro.TrainingExample;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesTopologyTest {
    static {
        // The stores load RocksDB's native library, after which MXNet's hangs: as TrainerMain, so the JVM of the tests.
        ComputeEngine.MXNET.engine();
    }

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    private final Topics topics = Topics.withRegistry("mock://examples-topology-test");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @TempDir
    private Path stateDirectory;

    private TopologyTestDriver driver;
    private TestInputTopic<String, TrackLabel> labels;
    private TestInputTopic<String, TrackFeatures> features;
    private TestInputTopic<String, Track> tracks;
    private TestOutputTopic<String, TrainingExample> examples;
    private TestOutputTopic<String, byte[]> letters;

    @BeforeEach
    void start() {
        var builder = new StreamsBuilder();
        new ExamplesTopology(topics, new LabelRule(Taxonomy.shipped()), meters).addTo(builder);
        driver = new TopologyTestDriver(builder.build(), settings(), NOW);
        labels = input(topics.labels());
        features = input(topics.features());
        tracks = input(topics.tracks());
        examples = driver.createOutputTopic(
                "training-examples",
                new StringDeserializer(),
                topics.examples().values().deserializer());
        letters =
                driver.createOutputTopic("trainer-dead-letters", new StringDeserializer(), new ByteArrayDeserializer());
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void makesAnExampleOfFeaturesThatAreLabelledLater() {
        features.pipeInput(ID, features(1));
        assertThat(examples.isEmpty()).as("without a label").isTrue();

        labels.pipeInput(ID, label(PERSON, "ann", "hip-hop", 5));

        var example = onlyExample();
        assertThat(example.getTrackId()).isEqualTo(ID);
        assertThat(example.getGenre()).isEqualTo("hiphop");
        assertThat(example.getSource()).isEqualTo(PERSON);
        assertThat(example.getLabelledAt()).isEqualTo(Samples.noonPlusSeconds(5));
        assertThat(example.getFeatures()).isEqualTo(features(1));
        assertThat(example.getArtist()).isNull();
    }

    @Test
    void makesAnExampleOfALabelWhoseTrackComesLater() {
        labels.pipeInput(ID, label(PERSON, "ann", "rock", 0));
        assertThat(examples.isEmpty()).as("without features").isTrue();

        features.pipeInput(ID, features(1));

        assertThat(onlyExample().getGenre()).isEqualTo("rock");
    }

    @Test
    void correctsTheExampleWhenItsLabelIsCorrected() {
        features.pipeInput(ID, features(1));
        labels.pipeInput(ID, label(PERSON, "ann", "rock", 0));
        labels.pipeInput(ID, label(PERSON, "ann", "pop", 1));

        assertThat(examples.readValuesToList())
                .extracting(TrainingExample::getGenre)
                .containsExactly("rock", "pop");
    }

    @Test
    void correctsTheExampleWhenItsFeaturesAre() {
        labels.pipeInput(ID, label(PERSON, "ann", "rock", 0));
        features.pipeInput(ID, features(1));
        features.pipeInput(ID, features(2));

        assertThat(examples.readValuesToList())
                .extracting(TrainingExample::getFeatures)
                .containsExactly(features(1), features(2));
    }

    @Test
    void prefersAPersonsWordToACataloguesUntilItIsTakenBack() {
        features.pipeInput(ID, features(1));
        labels.pipeInput(ID, label(PERSON, "ann", "rock", 0));
        labels.pipeInput(ID, label(CATALOGUE, "discogs", "pop", 1));
        assertThat(onlyExample().getGenre()).isEqualTo("rock");

        labels.pipeInput(ID, retraction(PERSON, "ann", 2));

        assertThat(onlyExample().getGenre()).isEqualTo("pop");
    }

    @Test
    void withdrawsTheExampleWhenItsLabelIsTakenBackAndSaysSoOnce() {
        features.pipeInput(ID, features(1));
        labels.pipeInput(ID, label(PERSON, "ann", "rock", 0));
        onlyExample();

        labels.pipeInput(ID, retraction(PERSON, "ann", 1));
        labels.pipeInput(ID, retraction(PERSON, "ann", 2));
        features.pipeInput(ID, features(2));

        assertThat(examples.readKeyValuesToList()).singleElement().satisfies(tombstone -> {
            assertThat(tombstone.key).isEqualTo(ID);
            assertThat(tombstone.value).isNull();
        });
    }

    @Test
    void withdrawsTheExampleOfADisputeUntilItIsSettled() {
        features.pipeInput(ID, features(1));
        labels.pipeInput(ID, label(PERSON, "ann", "rock", 0));
        labels.pipeInput(ID, label(PERSON, "bob", "pop", 1));
        assertThat(heldBack()).containsExactly(ID);
        labels.pipeInput(ID, label(PERSON, "cat", "rock", 2));
        assertThat(heldBack()).isEmpty();

        var written = examples.readValuesToList();
        assertThat(written).hasSize(3);
        assertThat(written.get(1)).as("while ann and bob disagree").isNull();
        assertThat(written.getLast().getGenre()).isEqualTo("rock");
    }

    @Test
    void holdsAnUnknownGenreBackUntilItIsCorrected() {
        features.pipeInput(ID, features(1));
        labels.pipeInput(ID, label(PERSON, "ann", "polka", 0));

        assertThat(examples.isEmpty()).isTrue();
        assertThat(heldBack()).containsExactly(ID);

        labels.pipeInput(ID, label(PERSON, "ann", "country", 1));

        assertThat(onlyExample().getGenre()).isEqualTo("country");
        assertThat(heldBack()).isEmpty();
    }

    @Test
    void takesTheArtistOfTheUploadWhereNoLabelNamesOne() {
        labels.pipeInput(ID, label(PERSON, "ann", "jazz", 0));
        tracks.pipeInput(ID, track("Miles"));
        features.pipeInput(ID, features(1));
        tracks.pipeInput(ID, track("Miles Davis"));
        labels.pipeInput(ID, byArtist(label(PERSON, "ann", "jazz", 1), "Miles Davis Quintet"));

        assertThat(examples.readValuesToList())
                .extracting(TrainingExample::getArtist)
                .containsExactly("Miles", "Miles Davis", "Miles Davis Quintet");
    }

    @Test
    void writesNoExampleAgainThatIsTheSame() {
        features.pipeInput(ID, features(1));
        labels.pipeInput(ID, label(PERSON, "ann", "rock", 0));
        onlyExample();

        labels.pipeInput(ID, label(PERSON, "ann", "rock", 1));
        labels.pipeInput(ID, label(CATALOGUE, "discogs", "pop", 2));
        features.pipeInput(ID, features(1));
        tracks.pipeInput(ID, track(null));

        assertThat(examples.isEmpty()).isTrue();
    }

    @Test
    void correctsAndWithdrawsByTheOrderOfTheLogThoughClocksDiffer() {
        features.pipeInput(ID, features(1));
        labels.pipeInput(ID, label(PERSON, "ann", "rock", 2));
        labels.pipeInput(ID, label(PERSON, "ann", "pop", 1));
        labels.pipeInput(ID, retraction(PERSON, "ann", 0));

        var written = examples.readValuesToList();
        assertThat(written).hasSize(3);
        assertThat(written.get(1).getGenre()).isEqualTo("pop");
        assertThat(written.getLast()).as("once ann took it back").isNull();
    }

    @Test
    void sendsAMalformedLabelToTheDeadLettersAndCarriesOn() {
        features.pipeInput(ID, features(1));
        labels.pipeInput(OTHER_ID, label(PERSON, "ann", "rock", 0));
        labels.pipeInput(ID, label(PERSON, "ann", "rock", 1.5));
        labels.pipeInput(ID, null);
        labels.pipeInput(ID, label(PERSON, "ann", "pop", 0));

        assertThat(onlyExample().getGenre()).isEqualTo("pop");
        assertThat(letters.readRecordsToList())
                .extracting(letter ->
                        new String(letter.headers().lastHeader("timbre-reason").value(), UTF_8))
                .containsExactly("malformed-record", "malformed-label");
    }

    @Test
    void stampsTheEventWithTheTimeOfItsWritingFromWhichOnItIsKept() {
        var longAgo = Instant.parse("1999-01-01T00:00:00Z");
        features.pipeInput(ID, features(1), longAgo);
        labels.pipeInput(ID, label(PERSON, "ann", "rock", 0), longAgo);

        var event = examples.readRecord();
        assertThat(event.getRecordTime()).isAfterOrEqualTo(NOW);
        assertThat(new String(event.headers().lastHeader("ce_type").value(), UTF_8))
                .isEqualTo("io.timbre.example.made");
    }

    @Test
    void countsLabelsBySourceAndOutcome() {
        labels.pipeInput(ID, label(PERSON, "ann", "rock", 0));
        labels.pipeInput(ID, label(PERSON, "bob", "pop", 1));
        labels.pipeInput(ID, retraction(PERSON, "bob", 2));
        labels.pipeInput(ID, label(PERSON, "ann", "polka", 3));

        assertThat(meters.get("timbre.labels").counters())
                .as("each from the start, so that an increase is seen from the first")
                .hasSize(3 * 4)
                .filteredOn(counter -> counter.count() == 1)
                .extracting(counter ->
                        counter.getId().getTag("source") + " " + counter.getId().getTag("outcome"))
                .containsExactlyInAnyOrder(
                        "person agreed", "person disputed", "person retracted", "person unknown-genre");
    }

    @Test
    void countsExamplesThatCannotBeReadFromTheStart() {
        assertThat(meters.get("timbre.training.examples.unreadable").counter().count())
                .isZero();
    }

    private TrainingExample onlyExample() {
        var written = examples.readValuesToList();
        assertThat(written).hasSize(1).doesNotContainNull();
        return written.getFirst();
    }

    private List<String> heldBack() {
        var keys = new ArrayList<String>();
        try (var all = driver.getTimestampedKeyValueStore(HeldBackLabels.STORE).all()) {
            all.forEachRemaining(entry -> keys.add((String) entry.key));
        }
        return keys;
    }

    private <V> TestInputTopic<String, V> input(Topic<V> topic) {
        return driver.createInputTopic(
                topic.name(), new StringSerializer(), topic.values().serializer());
    }

    private Properties settings() {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "examples-topology-test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        settings.put(DeadLetters.SERVICE, "trainer");
        return settings;
    }
}
