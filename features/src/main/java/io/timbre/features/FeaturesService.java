package io.timbre.features;

import io.micrometer.core.instrument.MeterRegistry;
import io.timbre.schemas.ObjectStore;
import io.timbre.schemas.RetryForever;
import io.timbre.schemas.Topics;
import io.timbre.signal.codec.AudioDecoder;
import io.timbre.signal.codec.DecodeLimits;
import io.timbre.signal.frontend.LogMel;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the service is made of. */
@Singleton
final class FeaturesService {
    /** Not scoped: Quarkus' Kafka Streams takes the instance, not a proxy. */
    @Produces
    Topology topology(
            @ConfigProperty(name = "schema.registry.url") String registry,
            @ConfigProperty(name = "timbre.object-store") Path store,
            FeaturesConfig config,
            MeterRegistry meters) {
        var frontEnd = LogMel.standard();
        var decoder = new AudioDecoder(new DecodeLimits(config.maxDuration(), config.maxDecodeTime()));
        var tracks = new StoredTracks(ObjectStore.at(store), new FeatureExtractor(decoder, frontEnd), meters);
        return new FeaturesTopology(Topics.withRegistry(registry), tracks, frontEnd.fingerprint()).get();
    }

    @Produces
    @Singleton
    StreamsUncaughtExceptionHandler retries() {
        return new RetryForever();
    }
}
