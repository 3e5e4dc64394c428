package io.timbre.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRegistryIT {
    private static final String VERSIONS = "/subjects/tracks-value/versions";
    private static final String WITH_TITLE = record("title", "string");
    private static final String WITH_TITLE_AS_NUMBER = record("title", "int");

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    @Test
    void refusesAnIncompatibleSchemaAndKeepsSchemasOverARestart() throws Exception {
        try (var registry = EmbeddedRegistry.start(directory)) {
            assertThat(post(registry, WITH_TITLE).statusCode()).isEqualTo(200);
            assertRefused(post(registry, WITH_TITLE_AS_NUMBER));
        }
        try (var registry = EmbeddedRegistry.start(directory)) {
            assertThat(get(registry, VERSIONS).body()).isEqualTo("[1]");
            assertRefused(post(registry, WITH_TITLE_AS_NUMBER));
        }
    }

    private static void assertRefused(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).contains("/fields/0/type");
    }

    private HttpResponse<String> post(EmbeddedRegistry registry, String schema)
            throws IOException, InterruptedException {
        var body = "{\"schema\": \"" + schema.replace("\"", "\\\"") + "\"}";
        return http.send(
                HttpRequest.newBuilder(URI.create(registry.url() + VERSIONS))
                        .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(EmbeddedRegistry registry, String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(registry.url() + path)).build(), BodyHandlers.ofString());
    }

    private static String record(String field, String type) {
        return """
                {"type": "record", "name": "Track", "fields": [{"name": "%s", "type": "%s"}]}""".formatted(field, type);
    }
}
