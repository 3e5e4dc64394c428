package io.timbre.ingest;

import io.timbre.schemas.Topic;
import io.timbre.schemas.Topics;
import io.timbre.schemas.TrackIds;
import io.timbre.schemas.avro.Rejection;
import io.timbre.schemas.avro.Track;
import io.timbre.schemas.avro.TrackClassification;
import io.timbre.schemas.avro.TrackState;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.KGroupedStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps what is known of each track in one store, which the service answers from.
 *
 * <pre>
 * tracks ────────────────────┐
 * track-classifications ─────┼──► gather-track-states ──► track-states (store)
 * features-dead-letters ─────┤
 * inference-dead-letters ────┘
 * </pre>
 */
public final class TrackViewTopology implements Supplier<Topology> {
    static final String STORE = "track-states";

    private final Topics topics;

    public TrackViewTopology(Topics topics) {
        this.topics = topics;
    }

    @Override
    public Topology get() {
        var builder = new StreamsBuilder();
        grouped(builder, topics.tracks())
                .cogroup(TrackViewTopology::accepted)
                .cogroup(grouped(builder, topics.classifications()), TrackViewTopology::classified)
                .cogroup(grouped(builder, Topics.rejections("features")), TrackViewTopology::rejected)
                .cogroup(grouped(builder, Topics.rejections("inference")), TrackViewTopology::rejected)
                .aggregate(
                        () -> new TrackState(null, null, null),
                        Named.as("gather-track-states"),
                        Materialized.<String, TrackState, KeyValueStore<Bytes, byte[]>>as(STORE)
                                .withKeySerde(Serdes.String())
                                .withValueSerde(topics.trackStates()));
        return builder.build();
    }

    private static <V> KGroupedStream<String, V> grouped(StreamsBuilder builder, Topic<V> topic) {
        return builder.stream(topic.name(), topic.consumed())
                .filter((trackId, value) -> TrackIds.isTrackId(trackId), Named.as("keyed-" + topic.name()))
                .groupByKey();
    }

    /** A track that is sent again gets another chance; a rejection that overtook its track's event stays. */
    private static TrackState accepted(String trackId, Track track, TrackState state) {
        var rejection = state.getRejection();
        boolean overtaken = rejection != null && rejection.getRejectedAt().isBefore(track.getAcceptedAt());
        return new TrackState(track, state.getClassification(), overtaken ? null : rejection);
    }

    private static TrackState classified(String trackId, TrackClassification classification, TrackState state) {
        return new TrackState(state.getTrack(), classification, null);
    }

    private static TrackState rejected(String trackId, Optional<Rejection> rejection, TrackState state) {
        return new TrackState(state.getTrack(), state.getClassification(), rejection.orElse(state.getRejection()));
    }
}
