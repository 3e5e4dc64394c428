package io.timbre.k8s.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether the queries have data is the matter of the tests that run the services ({@code LearningIT}). */
class DashboardsTest {
    private static final Path FOLDER = Path.of(System.getProperty("timbre.home"), "k8s/monitoring/dashboards");

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Optional<GrafanaSchema> schema = Optional.empty();
    private static String whyNone = "";

    @BeforeAll
    static void readSchema() throws IOException, InterruptedException {
        var found = Told.by(List.of(FOLDER.resolveSibling("find-grafana-types").toString()));
        if (found.status() == 0) {
            schema = Optional.of(GrafanaSchema.read(Path.of(found.said().strip())));
        } else {
            whyNone = found.said();
        }
    }

    static Stream<Path> dashboards() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().toList().stream();
        }
    }

    @Test
    void thereIsOneForEachQuestionOfOperators() throws IOException {
        assertThat(dashboards())
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "01-overview.json",
                        "02-genre-drift.json",
                        "03-inference-and-gpu.json",
                        "04-learning-loop.json",
                        "05-reliability.json");
        assertThat(dashboards())
                .extracting(file -> read(file).path("uid").asText())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void isWhatGrafanaPublishesThatItTakes(Path file) {
        assertThat(schema().complaints(read(file))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/panels/0,                            tittle,   /Is every service up?: has no field tittle",
        "/panels/0,                            gridPos,  '/panels/Is every service up?/gridPos: wants an object, is"
                + " true'",
        "/panels/0/targets/0,                  expr,     'wants string, is true'",
        "/panels/0/options,                    textMode, 'wants \"auto\", is true'",
        "/panels/3/fieldConfig/defaults/custom, fill,    has no field fill",
        "/templating/list/0,                   hide,     'wants 0, is true'",
    })
    void aSlipIsNoticed(String where, String field, String complaint) throws IOException {
        var dashboard = read(dashboards().findFirst().orElseThrow());
        ((ObjectNode) dashboard.at(where)).put(field, true);

        assertThat(schema().complaints(dashboard)).singleElement().asString().endsWith(complaint);
    }

    @Test
    void aMissingFieldIsNoticed() throws IOException {
        var dashboard = read(dashboards().findFirst().orElseThrow());
        ((ObjectNode) dashboard.at("/panels/0/options")).remove("graphMode");

        assertThat(schema().complaints(dashboard))
                .containsExactly("/Is every service up?/options: wants a field graphMode");
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyPanelAsksAQuestionHasAUnitAndSaysWhatToDo(Path file) {
        assertThat(panels(file)).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.path("title").asText()).endsWith("?");
            assertThat(panel.path("description").asText())
                    .hasSizeGreaterThan(40)
                    .endsWith(".");
            assertThat(schema().units())
                    .contains(panel.at("/fieldConfig/defaults/unit").asText());
        });
        assertThat(panels(file))
                .extracting(panel -> panel.path("title").asText())
                .doesNotHaveDuplicates();
    }

    /** Whoever imports them names a Prometheus of theirs. */
    @ParameterizedTest
    @MethodSource("dashboards")
    void everyQueryGoesToTheDataSourceThatWasChosen(Path file) {
        var chosen = JSON.createObjectNode().put("type", "prometheus").put("uid", "${datasource}");
        assertThat(read(file).at("/templating/list/0/name").asText()).isEqualTo("datasource");
        assertThat(panels(file)).extracting(panel -> panel.path("datasource")).containsOnly(chosen);
        assertThat(panels(file))
                .flatMap(panel -> panel.path("targets").findValues("datasource"))
                .containsOnly(chosen);
    }

    /** All others show something of any chain, which the test that runs one relies on. */
    @Test
    void fourPanelsNeedAGpuAndStandTogether() throws IOException {
        assertThat(dashboards().map(DashboardsTest::panels).flatMap(List::stream))
                .filteredOn(panel -> panel.path("targets").toString().contains("DCGM_"))
                .extracting(panel -> panel.path("title").asText())
                .containsExactly(
                        "How busy is each GPU?",
                        "How much GPU memory is taken?",
                        "Is a GPU too hot?",
                        "Does a GPU report faults?");
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void noPanelCoversAnother(Path file) {
        var taken = new boolean[1000][24];
        for (var panel : read(file).path("panels")) {
            var place = panel.path("gridPos");
            for (int y = place.path("y").asInt();
                    y < place.path("y").asInt() + place.path("h").asInt();
                    y++) {
                for (int x = place.path("x").asInt();
                        x < place.path("x").asInt() + place.path("w").asInt();
                        x++) {
                    assertThat(taken[y][x])
                            .as("%s at %d, %d", panel.path("title"), x, y)
                            .isFalse();
                    taken[y][x] = true;
                }
            }
        }
        assertThat(read(file).path("panels"))
                .extracting(panel -> panel.path("id").asInt())
                .doesNotHaveDuplicates();
    }

    private static GrafanaSchema schema() {
        Assumptions.assumeTrue(schema.isPresent(), whyNone);
        return schema.orElseThrow();
    }

    private static List<JsonNode> panels(Path file) {
        return StreamSupport.stream(read(file).path("panels").spliterator(), false)
                .filter(panel -> !panel.path("type").asText().equals("row"))
                .toList();
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new AssertionError("cannot read " + file, e);
        }
    }
}
