package io.timbre.k8s;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.timbre.schemas.Topics;
import java.lang.reflect.Constructor;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.jspecify.annotations.Nullable;

/**
 * Which topics a service's topology reads and writes, as Kafka Streams describes it.
 *
 * <p>The topology is built and never run, so what its processors work with may be missing. The constructors are those of
 * the services and not public.
 */
enum ServiceTopology {
    INGEST("io.timbre.ingest.TrackViewTopology"),
    FEATURES("io.timbre.features.FeaturesTopology"),
    INFERENCE("io.timbre.inference.InferenceTopology"),
    EXPLAIN("io.timbre.explain.ExplainTopology"),
    TRAINER("io.timbre.trainer.TrainerTopology");

    private final TopologyDescription description;

    ServiceTopology(String type) {
        try {
            this.description = ((Topology) ((Supplier<?>) make(Class.forName(type))).get()).describe();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the topology cannot be described", e);
        }
    }

    static ServiceTopology of(String service) {
        return valueOf(service.toUpperCase(Locale.ROOT));
    }

    static Topics topics() {
        return Topics.withRegistry("mock://manifests");
    }

    Set<String> reads() {
        var nodes = description.subtopologies().stream().flatMap(part -> part.nodes().stream());
        var global = description.globalStores().stream().map(TopologyDescription.GlobalStore::source);
        return shared(Stream.concat(nodes, global)
                .filter(Source.class::isInstance)
                .flatMap(node -> ((Source) node).topicSet().stream()));
    }

    Set<String> writes() {
        return shared(description.subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .filter(Sink.class::isInstance)
                .map(node -> ((Sink) node).topic()));
    }

    boolean hasStores() {
        return description.subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .anyMatch(node -> node instanceof Processor processor
                        && !processor.stores().isEmpty());
    }

    /** Without the topics behind stores, which are the service's own. */
    private static Set<String> shared(Stream<String> topics) {
        var known = Topics.newTopics(1, (short) 1).stream().map(NewTopic::name).toList();
        var shared = new TreeSet<String>();
        topics.filter(known::contains).forEach(shared::add);
        return shared;
    }

    private static Object make(Class<?> type) throws ReflectiveOperationException {
        var constructor = Stream.of(type.getDeclaredConstructors())
                .max(Comparator.comparing(Constructor::getParameterCount))
                .orElseThrow();
        constructor.setAccessible(true);
        var parts = Arrays.stream(constructor.getParameterTypes())
                .map(ServiceTopology::part)
                .toArray();
        return constructor.newInstance(parts);
    }

    private static @Nullable Object part(Class<?> type) {
        if (type == Topics.class) {
            return topics();
        }
        if (type == MeterRegistry.class) {
            return new SimpleMeterRegistry();
        }
        if (type.isPrimitive() || type == Duration.class) {
            return setting(type);
        }
        if (!type.isRecord() && !type.getSimpleName().endsWith("Topology")) {
            return null;
        }
        try {
            return make(type);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the topology cannot be described", e);
        }
    }

    /** What topics are read and written does not hang on settings; possible ones they must be all the same. */
    private static Object setting(Class<?> type) {
        if (type == Duration.class) {
            return Duration.ofDays(1);
        }
        if (type == boolean.class) {
            return false;
        }
        return type == double.class ? (Object) 100.0 : (Object) 100;
    }
}
