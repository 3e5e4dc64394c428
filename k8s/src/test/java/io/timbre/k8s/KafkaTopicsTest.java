package io.timbre.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.timbre.schemas.Topics;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KafkaTopicsTest {
    /** Every topic of the code, none besides, and each as the code would create it. */
    @ParameterizedTest
    @CsvSource({"base, 12, 3", "overlays/gpu, 12, 3", "overlays/local, 4, 1"})
    void areThoseOfTheCode(String kustomization, int partitions, short replicas) {
        var declared = Manifests.of(kustomization)
                .all(KafkaTopic.class)
                .collect(Collectors.toMap(topic -> topic.getMetadata().getName(), KafkaTopicsTest::asCreated));

        var created = Topics.newTopics(partitions, replicas).stream()
                .collect(Collectors.toMap(NewTopic::name, topic -> topic));
        assertThat(declared).isEqualTo(created);
    }

    private static NewTopic asCreated(KafkaTopic topic) {
        var spec = topic.getSpec();
        return new NewTopic(
                        topic.getMetadata().getName(),
                        spec.getPartitions(),
                        spec.getReplicas().shortValue())
                .configs(words(spec.getConfig()));
    }

    private static Map<String, String> words(Map<String, Object> config) {
        return config.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().toString()));
    }
}
