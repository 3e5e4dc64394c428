package io.timbre.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaNodesTest {
    /** The name of the pool is a label that Strimzi gives its pods. */
    @Test
    void shareNoMachineWithTheirLike() {
        assertThat(Manifests.of("base").all(KafkaNodePool.class)).hasSize(2).allSatisfy(pool -> {
            var name = pool.getMetadata().getName();
            var apart = pool.getSpec().getTemplate().getPod().getAffinity().getPodAntiAffinity();
            assertThat(apart.getRequiredDuringSchedulingIgnoredDuringExecution())
                    .singleElement()
                    .satisfies(term -> {
                        assertThat(term.getTopologyKey()).isEqualTo("kubernetes.io/hostname");
                        assertThat(term.getLabelSelector().getMatchLabels())
                                .isEqualTo(Map.of("strimzi.io/cluster", "timbre", "strimzi.io/pool-name", name));
                    });
        });
    }
}
