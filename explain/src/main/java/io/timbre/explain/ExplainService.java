package io.timbre.explain;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.quarkus.runtime.Quarkus;
import io.smallrye.common.annotation.Identifier;
import io.timbre.networks.model.Champion;
import io.timbre.networks.model.Checkpoint;
import io.timbre.schemas.ObjectStore;
import io.timbre.schemas.RetryForever;
import io.timbre.schemas.Topics;
import io.timbre.signal.codec.DecodeLimits;
import io.timbre.signal.codec.IsolatedDecoder;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** What the service is made of. */
@Singleton
final class ExplainService {
    private static final Logger LOG = Logger.getLogger(ExplainService.class);
    /** Long enough for a store that is away not to fill the log. */
    private static final Duration BEFORE_ANEW = Duration.ofSeconds(5);

    @Produces
    @Singleton
    Topics topics(@ConfigProperty(name = "schema.registry.url") String registry) {
        return Topics.withRegistry(registry);
    }

    @Produces
    @Singleton
    ObjectStore store(@ConfigProperty(name = "timbre.object-store") Path folder) {
        return ObjectStore.at(folder);
    }

    /** Never closed, nor is its decoder: both end with this process, and whatever is being worked on with them. */
    @Produces
    @Singleton
    Explainer explainer(ExplainConfig config, MeterRegistry meters) throws IOException {
        var checkpoint = config.checkpoint().isPresent()
                ? Checkpoint.read(config.checkpoint().get())
                : Champion.checkpoint();
        var limits = new DecodeLimits(config.maxDuration(), config.maxDecodeTime());
        var explainer = Explainer.of(checkpoint, new IsolatedDecoder(limits, config.decoderMemoryMib()));
        LOG.infof("explaining %s", explainer.model().version());
        meters.gauge(
                "timbre.model.info", List.of(Tag.of("version", explainer.model().version())), 1);
        return explainer;
    }

    @Produces
    @Singleton
    Admission admission(Explainer explainer) {
        return new Admission(explainer.model(), explainer.layers());
    }

    @Produces
    @Singleton
    ExplanationArchive archive(ObjectStore store) {
        return new ExplanationArchive(store);
    }

    @Produces
    @Singleton
    Workbench workbench(
            Explainer explainer,
            ObjectStore store,
            ExplanationArchive archive,
            ExplainConfig config,
            MeterRegistry meters) {
        return new Workbench(
                new AnswerOnce(new AnswersOfTheModel(explainer::explain), store, archive, config.timeLimit()),
                config.maxWaiting(),
                BEFORE_ANEW,
                () -> Quarkus.asyncExit(1),
                meters);
    }

    void close(@Disposes Workbench workbench) throws InterruptedException {
        workbench.close();
    }

    /** Not scoped: Quarkus' Kafka Streams takes the instance, not a proxy. */
    @Produces
    Topology topology(Topics topics, Admission admission, Workbench workbench) {
        return new ExplainTopology(topics, admission, workbench).get();
    }

    @Produces
    @Singleton
    StreamsUncaughtExceptionHandler retries() {
        return new RetryForever();
    }

    @Produces
    @Singleton
    KafkaRequestLog log(
            @Identifier("default-kafka-broker") Map<String, Object> kafka, Topics topics, ExplainConfig config) {
        return new KafkaRequestLog(kafka, topics.explanationRequests(), config.publishTimeout());
    }

    void close(@Disposes KafkaRequestLog log) {
        log.close();
    }

    @Produces
    @Singleton
    QuestionDesk desk(
            Admission admission,
            KnownTracks tracks,
            ExplanationArchive archive,
            KafkaRequestLog log,
            Workbench workbench) {
        return new QuestionDesk(
                request -> admission.admit(
                        request, tracks.track(request.getTrackId()), tracks.classification(request.getTrackId())),
                archive,
                log,
                workbench::hasRoom);
    }
}
