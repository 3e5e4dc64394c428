package io.timbre.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestsTest {
    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/local", "overlays/gpu"})
    void rendersToWhatKubernetesAndItsOperatorsKnow(String kustomization) {
        assertThat(Manifests.of(kustomization).resources())
                .extracting(HasMetadata::getKind)
                .contains("Namespace", "Deployment", "StatefulSet", "Service", "Ingress", "Kafka", "NetworkPolicy");
    }

    @ParameterizedTest
    @MethodSource("io.timbre.k8s.GpuEngines#all")
    void rendersWithEachEngineForGpus(String engine) {
        assertThat(GpuEngines.with(engine).services())
                .extractingByKey("inference")
                .extracting(pod -> Manifests.container(pod).getImage())
                .asString()
                .endsWith(":0.1.0-" + engine);
    }

    @Test
    void refusesAFieldThatIsNotInTheModel() {
        var misspelt = """
                apiVersion: v1
                kind: Service
                metadata: {name: features}
                spec: {selectors: {app: features}}
                """;

        assertThatThrownBy(() -> StrictYaml.readAll(misspelt)).hasMessageContaining("selectors");
    }

    @Test
    void refusesAFieldThatIsNotInTheModelOfAnOperator() {
        var misspelt = """
                apiVersion: kafka.strimzi.io/v1
                kind: KafkaTopic
                metadata: {name: tracks}
                spec: {partition: 4}
                """;

        assertThatThrownBy(() -> StrictYaml.readAll(misspelt)).hasMessageContaining("partition");
    }

    @Test
    void refusesAKindThatNobodyKnows() {
        assertThatThrownBy(() -> StrictYaml.readAll("{apiVersion: v1, kind: Servise}"))
                .hasMessageContaining("no model of v1 Servise");
    }
}
