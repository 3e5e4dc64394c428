package io.timbre.k8s;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * YAML to the models of Kubernetes and of its operators, where a field that the model does not have is an error.
 *
 * <p>The models keep what they do not know in a map beside their fields, so that clients survive newer servers. Here
 * that map is closed: a field in it is a misspelt one.
 */
final class StrictYaml {
    private static final ObjectMapper MAPPER = new ObjectMapper(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            });

    /** Fabric8's models name themselves as services; Strimzi's and ours do not. */
    private static final Map<String, Class<? extends HasMetadata>> MODELS = Stream.concat(
                    ServiceLoader.load(KubernetesResource.class).stream()
                            .map(ServiceLoader.Provider::type)
                            .filter(HasMetadata.class::isAssignableFrom)
                            .<Class<? extends HasMetadata>>map(model -> model.asSubclass(HasMetadata.class)),
                    Stream.of(
                            Kafka.class,
                            KafkaNodePool.class,
                            KafkaTopic.class,
                            KafkaUser.class,
                            ScaledObject.class,
                            TriggerAuthentication.class))
            .collect(Collectors.toMap(StrictYaml::kindOf, Function.identity(), (one, same) -> one));

    private StrictYaml() {}

    /** Every document of a stream, each as the model of its kind. */
    static List<HasMetadata> readAll(String yaml) {
        try (var documents = MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            return documents.readAll().stream().map(StrictYaml::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A part that a model leaves open, as what it must be. */
    static <T> T read(Object part, Class<T> type) {
        return MAPPER.convertValue(part, type);
    }

    private static HasMetadata read(JsonNode document) {
        var kind = document.path("apiVersion").asText() + " "
                + document.path("kind").asText();
        var model = Objects.requireNonNull(MODELS.get(kind), () -> "no model of " + kind);
        return MAPPER.convertValue(document, model);
    }

    private static String kindOf(Class<? extends HasMetadata> model) {
        return HasMetadata.getApiVersion(model) + " " + HasMetadata.getKind(model);
    }
}
