package io.timbre.cli;

import io.timbre.networks.model.Checkpoint;
import io.timbre.schemas.Topic;
import io.timbre.schemas.avro.ModelRelease;
import io.timbre.schemas.avro.ReleaseVerdict;
import io.timbre.schemas.avro.TrackClassification;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Makes one model champion after the other while tracks come in, then counts what became of each track. */
final class SwapDrill {
    private static final Duration BETWEEN_TRACKS = Duration.ofMillis(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final SwapChain chain;
    private final List<Checkpoint> models;
    private long promotions;

    SwapDrill(SwapChain chain, List<Checkpoint> models) {
        this.chain = chain;
        this.models = models;
    }

    /**
     * What was counted.
     *
     * @param swapMillis from a release being on the topic to inference saying that the model serves
     */
    @SuppressWarnings("ArrayRecordComponent") // read once and never compared
    record Outcome(
            int tracks,
            int lost,
            int doubled,
            int mixed,
            double[] swapMillis,
            double megabytesEarly,
            double megabytesLate) {}

    /** Where the archive of a model is to lie before this begins. */
    static String uri(Checkpoint model) {
        return "object:models/" + model.description().version() + ".zip";
    }

    Outcome run(int swaps) throws InterruptedException, ExecutionException {
        var tracks = SwapTracks.of(models);
        promote(models.getLast());
        var enough = new AtomicBoolean();
        var millis = new double[swaps];
        double early = 0;
        try (var thread = Executors.newSingleThreadExecutor()) {
            var sent = thread.submit(() -> send(tracks, enough));
            try {
                for (int i = 0; i < swaps; i++) {
                    millis[i] = promote(models.get(i % models.size()));
                    early = i == swaps / 10 ? chain.inferenceMegabytes() : early;
                }
            } finally {
                enough.set(true);
            }
            double late = chain.inferenceMegabytes();
            return counted(tracks, sent.get(), millis, early, late);
        }
    }

    /** Milliseconds until it serves. */
    private double promote(Checkpoint model) throws InterruptedException, ExecutionException {
        var version = model.description().version();
        var topic = chain.topics().releases();
        try (var producer = producer(topic)) {
            producer.send(new ProducerRecord<>(topic.name(), version, release(model)))
                    .get();
        }
        long began = System.nanoTime();
        while (!chain.serves(version)) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new CommandFailedException(version + " does not serve after " + PATIENCE);
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return (System.nanoTime() - began) / 1e6;
    }

    private ModelRelease release(Checkpoint model) {
        var description = model.description();
        return ModelRelease.newBuilder()
                .setModel(description.version())
                .setNetwork(description.network())
                .setGenres(description.classes())
                .setFrontEnd(description.frontEnd().name())
                .setFingerprint(description.frontEnd().fingerprint())
                .setArtefactUri(uri(model))
                .setArtefactSha256(Checkpoint.sha256(model.archive()))
                .setVerdict(ReleaseVerdict.RELEASED)
                .setPromotion(++promotions)
                .setTrainedAt(Instant.now())
                .build();
    }

    /** How many tracks were sent. */
    private int send(SwapTracks tracks, AtomicBoolean enough) throws InterruptedException {
        var topic = chain.topics().features();
        int sent = 0;
        try (var producer = producer(topic)) {
            while (!enough.get()) {
                var features = tracks.features(sent++);
                producer.send(new ProducerRecord<>(topic.name(), features.getTrackId(), features));
                Thread.sleep(BETWEEN_TRACKS);
            }
        }
        return sent;
    }

    private <V> KafkaProducer<String, V> producer(Topic<V> topic) {
        return new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", chain.bootstrapServers()),
                new StringSerializer(),
                topic.values().serializer());
    }

    private Outcome counted(SwapTracks tracks, int sent, double[] millis, double early, double late) {
        var numbers = new HashMap<String, Integer>();
        for (int i = 0; i < sent; i++) {
            numbers.put(SwapTracks.id(i), i);
        }
        var seen = new HashSet<String>();
        int doubled = 0;
        int mixed = 0;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var consumer = consumer()) {
            boolean idle = false;
            // Whoever has all looks once more: a double might come last.
            while (System.nanoTime() < deadline && !(idle && seen.size() == sent)) {
                var records = consumer.poll(POLL);
                for (var record : records) {
                    doubled += seen.add(record.value().getTrackId()) ? 0 : 1;
                    int number = numbers.getOrDefault(record.value().getTrackId(), 0);
                    mixed += tracks.isOfTheModelItNames(record.value(), number) ? 0 : 1;
                }
                idle = records.isEmpty();
            }
        }
        return new Outcome(sent, sent - seen.size(), doubled, mixed, millis, early, late);
    }

    private KafkaConsumer<String, TrackClassification> consumer() {
        var topic = chain.topics().classifications();
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", chain.bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                topic.values().deserializer());
        var partitions = consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }
}
