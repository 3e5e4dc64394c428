package io.timbre.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestsTest {
    /** What images may have besides MXNet for CPUs. */
    private static final String ENGINES = Sources.read("engines/pom.xml");

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
        var services = GpuEngines.with(engine).services();

        assertThat(variant(services.get("inference"))).isEqualTo(engine);
        assertThat(List.of("inference", "explain", "trainer")).allSatisfy(service -> {
            var pod = services.get(service);
            assertThat(ENGINES).as(service).contains("<id>" + variant(pod) + "</id>");
            assertThat(variable(pod, "TIMBRE_ENGINE")).isEqualTo(variant(pod).replaceFirst("-.*", ""));
            assertThat(variable(pod, "TIMBRE_DEVICE")).isEqualTo("gpu");
            assertThat(Manifests.container(pod).getResources().getLimits()).containsKey("nvidia.com/gpu");
        });
        assertThat(List.of("ingest", "features"))
                .allSatisfy(service -> assertThat(
                                Manifests.container(services.get(service)).getImage())
                        .isEqualTo("timbre/" + service + ":0.1.0"));
    }

    /** As 1.20, Debian's, and 1.27 answer. */
    @Test
    void areRenderedByAKubectlThatCan() {
        assertThat(Manifests.hasKustomize("Client Version: version.Info{Major:\"1\", Minor:\"20\"}\n"))
                .isFalse();
        assertThat(Manifests.hasKustomize("Client Version: v1.26.15\nKustomize Version: v4.5.7\n"))
                .isFalse();
        assertThat(Manifests.hasKustomize("Client Version: v1.27.16\nKustomize Version: v5.0.1\n"))
                .isTrue();
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

    private static String variant(PodTemplateSpec pod) {
        return Manifests.container(pod).getImage().replaceFirst(".*:0\\.1\\.0-", "");
    }

    private static String variable(PodTemplateSpec pod, String name) {
        return Manifests.container(pod).getEnv().stream()
                .filter(variable -> variable.getName().equals(name))
                .map(EnvVar::getValue)
                .findFirst()
                .orElseThrow();
    }
}
