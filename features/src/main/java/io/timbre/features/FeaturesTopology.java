package io.timbre.features;

import io.timbre.schemas.Topics;
import io.timbre.schemas.avro.Track;
import io.timbre.schemas.avro.TrackFeatures;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.Stores;

/**
 * Turns each uploaded track into its feature record, keyed as it came.
 *
 * <pre>
 * tracks ──► extract-features ──► track-features
 *                 │    └──► features-dead-letters   (original bytes, reason in the headers)
 *                 └─── extracted-tracks (store: what has been done already)
 * </pre>
 */
public final class FeaturesTopology implements Supplier<Topology> {
    private final Topics topics;
    private final Function<Track, TrackFeatures> extractor;
    private final String fingerprint;

    /** @param fingerprint of the front end that the extractor runs */
    public FeaturesTopology(Topics topics, Function<Track, TrackFeatures> extractor, String fingerprint) {
        this.topics = topics;
        this.extractor = extractor;
        this.fingerprint = fingerprint;
    }

    @Override
    public Topology get() {
        var builder = new StreamsBuilder();
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(ExtractOnce.STORE), Serdes.String(), Serdes.String()));
        builder.stream(topics.tracks().name(), topics.tracks().consumed())
                .processValues(
                        () -> new ExtractOnce(extractor, fingerprint), Named.as("extract-features"), ExtractOnce.STORE)
                .to(topics.features().name(), topics.features().produced());
        return builder.build();
    }
}
