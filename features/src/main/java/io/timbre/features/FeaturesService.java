package io.timbre.features;

import io.micrometer.core.instrument.MeterRegistry;
import io.timbre.schemas.RetryForever;
import io.timbre.schemas.StoreLocation;
import io.timbre.schemas.Topics;
import io.timbre.signal.codec.AudioDecoder;
import io.timbre.signal.codec.DecodeLimits;
import io.timbre.signal.codec.Decoder;
import io.timbre.signal.codec.IsolatedDecoder;
import io.timbre.signal.frontend.FrontEnds;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** What the service is made of. */
@Singleton
final class FeaturesService {
    private static final Logger LOG = Logger.getLogger(FeaturesService.class);

    /** Not scoped: Quarkus' Kafka Streams takes the instance, not a proxy. */
    @Produces
    Topology topology(
            @ConfigProperty(name = "schema.registry.url") String registry,
            @ConfigProperty(name = "timbre.object-store") String store,
            @ConfigProperty(name = "timbre.object-store.s3.endpoint") Optional<URI> endpoint,
            FeaturesConfig config,
            MeterRegistry meters) {
        var frontEnd = FrontEnds.served();
        LOG.infof("turning tracks into %s, fingerprint %s", frontEnd.name(), frontEnd.fingerprint());
        var extractor = new FeatureExtractor(decoder(config), frontEnd);
        var tracks = new StoredTracks(new StoreLocation(store, endpoint).open(), extractor, meters);
        return new FeaturesTopology(Topics.withRegistry(registry), tracks, frontEnd.fingerprint()).get();
    }

    /** Never closed: its processes end with this one. */
    static Decoder decoder(FeaturesConfig config) {
        var limits = new DecodeLimits(config.maxDuration(), config.maxDecodeTime());
        return switch (config.decoder()) {
            case IN_PROCESS -> new AudioDecoder(limits);
            case CHILD_PROCESS -> new IsolatedDecoder(limits, config.decoderMemoryMib());
        };
    }

    @Produces
    @Singleton
    StreamsUncaughtExceptionHandler retries() {
        return new RetryForever();
    }
}
