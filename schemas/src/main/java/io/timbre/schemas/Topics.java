package io.timbre.schemas;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_DELETE;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.timbre.schemas.avro.ArrivedTrack;
import io.timbre.schemas.avro.DriftBaseline;
import io.timbre.schemas.avro.DriftChoice;
import io.timbre.schemas.avro.Explanation;
import io.timbre.schemas.avro.ExplanationRequest;
import io.timbre.schemas.avro.GenreDrift;
import io.timbre.schemas.avro.LearningRequest;
import io.timbre.schemas.avro.ModelRelease;
import io.timbre.schemas.avro.PendingExplanation;
import io.timbre.schemas.avro.Rejection;
import io.timbre.schemas.avro.Track;
import io.timbre.schemas.avro.TrackClassification;
import io.timbre.schemas.avro.TrackFeatures;
import io.timbre.schemas.avro.TrackLabel;
import io.timbre.schemas.avro.TrackLabels;
import io.timbre.schemas.avro.TrackState;
import io.timbre.schemas.avro.TrainingExample;
import io.timbre.schemas.avro.TrainingRun;
import io.timbre.schemas.avro.WatchedSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Every topic of the system: its name, how long it keeps, and the serde of its values (Avro in Confluent's wire
 * format, subject {@code <topic>-value}).
 *
 * <p>All track topics have the same number of partitions and the same key, so they can be joined where they lie. Topics
 * about models and drift have one partition: what is done to models is done in one order.
 */
public final class Topics {
    /** Largest record: 16 segments of 128 x 62 elements are 254 kB as float16 and 508 kB as float32. */
    public static final int MAX_RECORD_BYTES = 4 * 1024 * 1024;

    /** Tracks, classifications and explanations take a few kilobytes. */
    private static final int MAX_SMALL_BYTES = 1024 * 1024;

    /** An example is a feature record and its genre. */
    private static final int MAX_EXAMPLE_BYTES = MAX_RECORD_BYTES + 64 * 1024;

    /** A dead letter is the original record and a few headers more. */
    private static final int MAX_DEAD_LETTER_BYTES = MAX_RECORD_BYTES + 256 * 1024;

    private static final String TRACKS = "tracks";
    private static final String FEATURES = "track-features";
    private static final String CLASSIFICATIONS = "track-classifications";
    private static final String EXPLANATION_REQUESTS = "explanation-requests";
    private static final String EXPLANATIONS = "explanations";
    private static final String LABELS = "track-labels";
    private static final String EXAMPLES = "training-examples";
    private static final String LEARNING_REQUESTS = "learning-requests";
    private static final String TRAINING_RUNS = "training-runs";
    private static final String RELEASES = "model-releases";
    private static final String SHADOW_CLASSIFICATIONS = "shadow-classifications";
    private static final String DRIFT = "genre-drift";
    private static final String DRIFT_BASELINES = "drift-baselines";
    private static final String DRIFT_CHOICES = "drift-choices";
    private static final List<String> SERVICES_WITH_DEAD_LETTERS =
            List.of("ingest", "features", "inference", "explain", "trainer");
    private static final int REGISTRY_PATIENCE_MILLIS = 5_000;
    private static final Duration REQUESTS_KEPT = Duration.ofDays(7);
    private static final Duration EXPLANATIONS_KEPT = Duration.ofDays(30);
    private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(30);
    private static final Duration LABELS_KEPT = Duration.ofDays(365);
    private static final Duration DRIFT_KEPT = Duration.ofDays(365);
    private static final Duration SHADOW_KEPT = Duration.ofDays(7);

    /** So long a model can be rebuilt from the log, though its examples were corrected since. */
    private static final Duration EXAMPLES_REPLAYABLE = Duration.ofDays(30);

    private final Map<String, ?> registry;

    private Topics(Map<String, ?> registry) {
        this.registry = registry;
    }

    /** Topics whose schemas live in the registry at {@code url}; {@code mock://scope} is one inside this JVM. */
    public static Topics withRegistry(String url) {
        return new Topics(Map.of(
                "schema.registry.url",
                url,
                "specific.avro.reader",
                true,
                "http.connect.timeout.ms",
                REGISTRY_PATIENCE_MILLIS,
                "http.read.timeout.ms",
                REGISTRY_PATIENCE_MILLIS));
    }

    public Topic<Track> tracks() {
        return new Topic<>(TRACKS, avro());
    }

    public Topic<TrackFeatures> features() {
        return new Topic<>(FEATURES, avro());
    }

    public Topic<TrackClassification> classifications() {
        return new Topic<>(CLASSIFICATIONS, avro());
    }

    public Topic<ExplanationRequest> explanationRequests() {
        return new Topic<>(EXPLANATION_REQUESTS, avro());
    }

    public Topic<Explanation> explanations() {
        return new Topic<>(EXPLANATIONS, avro());
    }

    public Topic<TrackLabel> labels() {
        return new Topic<>(LABELS, avro());
    }

    public Topic<TrainingExample> examples() {
        return new Topic<>(EXAMPLES, avro());
    }

    /** Keyed by request. Of one partition, as all topics about models are. */
    public Topic<LearningRequest> learningRequests() {
        return new Topic<>(LEARNING_REQUESTS, avro());
    }

    /** Keyed by run. */
    public Topic<TrainingRun> trainingRuns() {
        return new Topic<>(TRAINING_RUNS, avro());
    }

    /** Keyed by model. */
    public Topic<ModelRelease> releases() {
        return new Topic<>(RELEASES, avro());
    }

    public Topic<TrackClassification> shadowClassifications() {
        return new Topic<>(SHADOW_CLASSIFICATIONS, avro());
    }

    /** Keyed by source, the empty string being all of them. Of one partition: windows over all sources are of one order. */
    public Topic<GenreDrift> drift() {
        return new Topic<>(DRIFT, avro());
    }

    /** Keyed by name. */
    public Topic<DriftBaseline> driftBaselines() {
        return new Topic<>(DRIFT_BASELINES, avro());
    }

    /** Keyed as the topic of drift is. */
    public Topic<DriftChoice> driftChoices() {
        return new Topic<>(DRIFT_CHOICES, avro());
    }

    /** Serde of what drift is told by of a track. */
    public Serde<ArrivedTrack> arrivedTracks() {
        return avro();
    }

    /** Serde of what drift keeps of a source while its windows fill. */
    public Serde<WatchedSource> watchedSources() {
        return avro();
    }

    /** Serde of the labels of a track that stand. */
    public Serde<TrackLabels> trackLabels() {
        return avro();
    }

    /** Serde of what explain has taken and not yet answered. */
    public Serde<PendingExplanation> pendingExplanations() {
        return avro();
    }

    /** Serde of the view that ingest keeps of each track. */
    public Serde<TrackState> trackStates() {
        return avro();
    }

    /** What the dead letters of other services tell, read from their headers; their values are left alone. */
    public static Topic<Optional<Rejection>> rejections(String service) {
        return new Topic<>(deadLetters(service), Serdes.serdeFrom(new NeverWritten<>(), new RejectionReader()));
    }

    /** Name of the topic of a service's dead letters. */
    public static String deadLetters(String service) {
        return service + "-dead-letters";
    }

    /** Every topic, to be created before the services start. */
    public static List<NewTopic> newTopics(int partitions, short replication) {
        return Stream.concat(
                        Stream.of(
                                compacted(TRACKS, partitions, replication),
                                compacted(FEATURES, Duration.ZERO, MAX_RECORD_BYTES, partitions, replication),
                                compacted(CLASSIFICATIONS, partitions, replication),
                                kept(LABELS, LABELS_KEPT, MAX_SMALL_BYTES, partitions, replication),
                                compacted(EXAMPLES, EXAMPLES_REPLAYABLE, MAX_EXAMPLE_BYTES, partitions, replication),
                                kept(SHADOW_CLASSIFICATIONS, SHADOW_KEPT, MAX_SMALL_BYTES, partitions, replication),
                                kept(LEARNING_REQUESTS, REQUESTS_KEPT, MAX_SMALL_BYTES, 1, replication),
                                compacted(TRAINING_RUNS, 1, replication),
                                compacted(RELEASES, 1, replication),
                                kept(DRIFT, DRIFT_KEPT, MAX_SMALL_BYTES, 1, replication),
                                compacted(DRIFT_BASELINES, 1, replication),
                                compacted(DRIFT_CHOICES, 1, replication),
                                kept(EXPLANATION_REQUESTS, REQUESTS_KEPT, MAX_SMALL_BYTES, partitions, replication),
                                kept(EXPLANATIONS, EXPLANATIONS_KEPT, MAX_SMALL_BYTES, partitions, replication)),
                        SERVICES_WITH_DEAD_LETTERS.stream()
                                .map(service -> kept(
                                        deadLetters(service),
                                        DEAD_LETTERS_KEPT,
                                        MAX_DEAD_LETTER_BYTES,
                                        partitions,
                                        replication)))
                .toList();
    }

    private static NewTopic compacted(String name, int partitions, short replication) {
        return compacted(name, Duration.ZERO, MAX_SMALL_BYTES, partitions, replication);
    }

    /** @param replayable how long a value stays readable, though a later one of its key is there */
    private static NewTopic compacted(
            String name, Duration replayable, int maxRecordBytes, int partitions, short replication) {
        return topic(
                name,
                partitions,
                replication,
                Map.of(
                        CLEANUP_POLICY_CONFIG,
                        CLEANUP_POLICY_COMPACT,
                        MIN_COMPACTION_LAG_MS_CONFIG,
                        Long.toString(replayable.toMillis()),
                        MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(maxRecordBytes)));
    }

    private static NewTopic kept(
            String name, Duration retention, int maxRecordBytes, int partitions, short replication) {
        return topic(
                name,
                partitions,
                replication,
                Map.of(
                        CLEANUP_POLICY_CONFIG,
                        CLEANUP_POLICY_DELETE,
                        RETENTION_MS_CONFIG,
                        Long.toString(retention.toMillis()),
                        MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(maxRecordBytes)));
    }

    private static NewTopic topic(String name, int partitions, short replication, Map<String, String> settings) {
        return new NewTopic(name, partitions, replication).configs(settings);
    }

    /** The unchecked cast is sound: with {@code specific.avro.reader} the deserializer makes the generated class. */
    @SuppressWarnings("unchecked")
    private <V extends SpecificRecord> Serde<V> avro() {
        var serializer = new KafkaAvroSerializer();
        var deserializer = new KafkaAvroDeserializer();
        serializer.configure(registry, false);
        deserializer.configure(registry, false);
        return (Serde<V>) (Serde<?>) Serdes.serdeFrom(serializer, deserializer);
    }

    private static final class RejectionReader implements Deserializer<Optional<Rejection>> {
        @Override
        public Optional<Rejection> deserialize(String topic, Headers headers, byte[] original) {
            return DeadLetter.read(headers);
        }

        @Override
        public Optional<Rejection> deserialize(String topic, byte[] original) {
            return Optional.empty();
        }
    }

    private static final class NeverWritten<V> implements Serializer<V> {
        @Override
        public byte[] serialize(String topic, V value) {
            throw new IllegalStateException("dead letters are written by DeadLetters alone");
        }
    }
}
