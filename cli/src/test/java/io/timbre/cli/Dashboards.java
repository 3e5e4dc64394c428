package io.timbre.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The queries of the dashboards that ship. */
final class Dashboards {
    private static final Path FOLDER = Path.of(System.getProperty("timbre.home"), "k8s/monitoring/dashboards");
    private static final String SERVICES = "ingest|features|inference|explain|trainer";

    /** @param query as Grafana sends it, over four scrapes where it may choose */
    record Query(String dashboard, String panel, String query) {}

    private Dashboards() {}

    static List<Query> queries() throws IOException {
        var json = new ObjectMapper();
        var queries = new ArrayList<Query>();
        try (var files = Files.list(FOLDER)) {
            for (var file : files.sorted().toList()) {
                for (var panel : json.readTree(file.toFile()).path("panels")) {
                    for (var target : panel.path("targets")) {
                        queries.add(query(file, panel, target));
                    }
                }
            }
        }
        return queries;
    }

    private static Query query(Path file, JsonNode panel, JsonNode target) {
        return new Query(
                file.getFileName().toString(),
                panel.path("title").asText(),
                target.path("expr").asText().replace("$__rate_interval", "20s").replace("$service", SERVICES));
    }
}
