package io.timbre.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MonitoringTest {
    private final Manifests base = Manifests.of("base");

    @Test
    void readsTheMetricsOfEveryService() {
        var monitor = base.one(PodMonitor.class, "timbre").getSpec();

        assertThat(base.services().values())
                .allSatisfy(pod -> assertThat(pod.getMetadata().getLabels())
                        .containsAllEntriesOf(monitor.getSelector().getMatchLabels()));
        assertThat(monitor.getPodMetricsEndpoints()).singleElement().satisfies(endpoint -> {
            assertThat(endpoint.getPort()).isEqualTo("http");
            assertThat(endpoint.getPath()).isEqualTo("/q/metrics");
            assertThat(endpoint.getRelabelings()).singleElement().satisfies(relabelling -> {
                assertThat(relabelling.getSourceLabels())
                        .containsExactly("__meta_kubernetes_pod_label_app_kubernetes_io_name");
                assertThat(relabelling.getTargetLabel()).isEqualTo("service");
            });
        });
    }

    @Test
    void bringsEveryDashboardToGrafana() {
        var shown = base.all(ConfigMap.class)
                .filter(map -> Map.of("grafana_dashboard", "1").entrySet().stream()
                        .allMatch(label -> labels(map).entrySet().contains(label)))
                .flatMap(map -> map.getData().keySet().stream())
                .toList();

        assertThat(shown).containsExactlyInAnyOrderElementsOf(files("dashboards", ".json"));
    }

    @Test
    void bringsEveryAlertToPrometheus() {
        assertThat(base.all(PrometheusRule.class))
                .hasSize(files("alerts", ".yaml").size());
    }

    private static Map<String, String> labels(ConfigMap map) {
        return map.getMetadata().getLabels() == null
                ? Map.of()
                : map.getMetadata().getLabels();
    }

    private static List<String> files(String folder, String ending) {
        var path = Manifests.FOLDER.resolve("monitoring").resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
