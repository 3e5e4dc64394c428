package io.timbre.k8s.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of the PrometheusRule, by {@code promtool test rules} with the files in {@code alerts/tests}. */
class AlertsTest {
    private static final Path MONITORING = Path.of(System.getProperty("timbre.home"), "k8s/monitoring");
    private static final Path RULES = MONITORING.resolve("alerts/timbre-alerts.yaml");
    private static final YAMLMapper YAML = new YAMLMapper();

    @TempDir
    private Path folder;

    @Test
    void everyAlertFiresWhereItShouldAndIsSilentWhereItShouldNot() throws Exception {
        var rules = YAML.readTree(RULES.toFile()).path("spec");
        // promtool compares all annotations; runbooks are for people.
        rules.findParents("runbook").forEach(annotations -> ((ObjectNode) annotations).remove("runbook"));
        YAML.writeValue(folder.resolve(RULES.getFileName()).toFile(), rules);
        var command = new ArrayList<>(List.of("test", "rules"));
        for (var test : tests()) {
            command.add(Files.copy(test, folder.resolve(test.getFileName())).toString());
        }

        assertThat(promtool(command)).contains("SUCCESS").doesNotContain("FAILED");
    }

    @Test
    void everyAlertIsTestedBothWays() throws IOException {
        var firing = new ArrayList<String>();
        var silent = new ArrayList<String>();
        for (var test : tests()) {
            for (var rule : YAML.readTree(test.toFile()).findValues("alert_rule_test")) {
                rule.forEach(each -> (each.has("exp_alerts") ? firing : silent)
                        .add(each.path("alertname").asText()));
            }
        }

        assertThat(alerts())
                .extracting(alert -> alert.path("alert").asText())
                .doesNotHaveDuplicates()
                .allSatisfy(name -> {
                    assertThat(firing).contains(name);
                    assertThat(silent).contains(name);
                });
    }

    @Test
    void everyAlertSaysHowUrgentItIsAndWhatToDo() throws IOException {
        assertThat(alerts()).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.at("/labels/severity").asText()).isIn("page", "ticket");
            assertThat(alert.at("/annotations/summary").asText()).endsWith(".");
            assertThat(alert.at("/annotations/runbook").asText()).hasSizeGreaterThan(100);
        });
    }

    @Test
    void everyAlertIsInTheHandbook() throws IOException {
        var handbook = Files.readString(MONITORING.resolve("../../docs/operations.md"));
        assertThat(alerts())
                .allSatisfy(alert -> assertThat(handbook)
                        .contains("| `%s` | %s |"
                                .formatted(
                                        alert.path("alert").asText(),
                                        alert.at("/labels/severity").asText())));
    }

    @Test
    void theScrapeConfigurationForOneMachineIsValid() throws Exception {
        assertThat(promtool(List.of(
                        "check", "config", MONITORING.resolve("prometheus.yml").toString())))
                .contains("SUCCESS");
    }

    private static List<JsonNode> alerts() throws IOException {
        var alerts = new ArrayList<JsonNode>();
        YAML.readTree(RULES.toFile()).findValues("rules").forEach(rules -> rules.forEach(alerts::add));
        return alerts;
    }

    private static List<Path> tests() throws IOException {
        try (var files = Files.list(MONITORING.resolve("alerts/tests"))) {
            return files.sorted().toList();
        }
    }

    /** What it says, on either stream; it must not fail. */
    private static String promtool(List<String> arguments) throws IOException, InterruptedException {
        var found = Told.by(List.of(MONITORING.resolve("find-prometheus").toString()));
        Assumptions.assumeTrue(found.status() == 0, found.said());
        var told = Told.by(Stream.concat(
                        Stream.of(Path.of(found.said().strip(), "promtool").toString()), arguments.stream())
                .toList());
        assertThat(told.status()).as(told.said()).isZero();
        return told.said();
    }
}
