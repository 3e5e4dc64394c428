package io.timbre.explain;

import io.timbre.schemas.Topic;
import io.timbre.schemas.Topics;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * Answers each request to explain a track's classification.
 *
 * <pre>
 * tracks ────────────────► known-tracks (store) ──────────┐
 * track-classifications ─► known-classifications (store) ─┤
 * explanation-requests ───────────────────────────────────┴─► answer-requests ──► explanations
 *                                                               │  │  └──► explain-dead-letters
 *                             pending-explanations (store) ◄────┘  └──► the work itself, on a thread of its own
 * </pre>
 */
public final class ExplainTopology implements Supplier<Topology> {
    private final Topics topics;
    private final Admission admission;
    private final Works works;

    ExplainTopology(Topics topics, Admission admission, Works works) {
        this.topics = topics;
        this.admission = admission;
        this.works = works;
    }

    @Override
    public Topology get() {
        var builder = new StreamsBuilder();
        keep(builder, topics.tracks(), AnswerRequests.TRACKS);
        keep(builder, topics.classifications(), AnswerRequests.CLASSIFICATIONS);
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(AnswerRequests.PENDING), Serdes.String(), topics.pendingExplanations()));
        builder.stream(
                        topics.explanationRequests().name(),
                        topics.explanationRequests().consumed())
                .process(
                        () -> new AnswerRequests(admission, works),
                        Named.as("answer-requests"),
                        AnswerRequests.PENDING,
                        AnswerRequests.TRACKS,
                        AnswerRequests.CLASSIFICATIONS)
                .to(topics.explanations().name(), topics.explanations().produced());
        return builder.build();
    }

    private static <V> void keep(StreamsBuilder builder, Topic<V> topic, String store) {
        builder.table(
                topic.name(),
                topic.consumed(),
                Materialized.<String, V, KeyValueStore<Bytes, byte[]>>as(store)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(topic.values()));
    }
}
