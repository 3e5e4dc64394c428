package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.timbre.cli.Outcome.Rejected;
import io.timbre.cli.Outcome.Tagged;
import io.timbre.networks.model.Champion;
import io.timbre.signal.codec.AudioFormat;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The packaged services behind the one address, on a real broker and a real registry, as `timbre up` runs them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChainIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Longer than a transaction takes: a repeat would have come by then. */
    private static final Duration LATE = Duration.ofSeconds(3);

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static RealChain chain;
    private static Tagger tagger;

    @BeforeAll
    static void start() throws Exception {
        chain = RealChain.start(folder, Map.of());
        tagger = Tagger.of(Champion.checkpoint(), Duration.ofMinutes(20));
    }

    @AfterAll
    static void stop() throws Exception {
        chain.close();
        tagger.close();
    }

    @Order(1)
    @ParameterizedTest
    @EnumSource
    void aRecordingInEveryFormatGetsTheGenreThatOneProcessGivesIt(AudioFormat format) throws Exception {
        var file = Recordings.record(folder, 1, 8, format);

        var submitted = submitted(file);

        var expected = (Tagged) tagger.tag(file);
        assertThat(submitted.trackId()).isEqualTo(expected.trackId());
        assertThat(submitted.genre()).isEqualTo(expected.genre());
        assertThat(submitted.model()).isEqualTo(expected.model());
        assertThat(submitted.posteriors())
                .hasSameSizeAs(expected.posteriors())
                .allSatisfy((genre, posterior) ->
                        assertThat(posterior).isEqualTo(expected.posteriors().get(genre), within(1e-5f)));
    }

    @Order(2)
    @Test
    void whatCannotBeHeardIsRejectedWithTheReasonThatOneProcessGives() throws Exception {
        var text = Files.writeString(folder.resolve("song.mp3"), "la la la ".repeat(1000));

        var trackId = chain.submitAll(List.of(text)).getFirst();
        var outcome = (Rejected) outcome(text, trackId);

        assertThat(outcome.rejected()).isEqualTo("unknown-kind");
        assertThat(outcome).isEqualTo(tagger.tag(text));
        assertThat(chain.get("/api/tracks/" + trackId)
                        .path("rejection")
                        .path("remedy")
                        .asText())
                .startsWith("Send WAV");
    }

    @Order(3)
    @Test
    void everyServiceTellsItsHealthAndItsMetrics() throws Exception {
        for (var service : Service.values()) {
            var prefix = "/services/" + service.label() + "/q/";
            assertThat(chain.get(prefix + "health").path("status").asText()).isEqualTo("UP");
            assertThat(chain.text(prefix + "metrics")).contains("jvm_memory_used_bytes");
        }
        assertThat(chain.text("/services/features/q/metrics"))
                .contains("timbre_stage_latency_seconds_count{stage=\"extract\"}")
                .contains("timbre_records_rejected_total{reason=\"unknown-kind\"}")
                .contains("kafka_consumer_fetch_manager_records_lag_max");
        assertThat(chain.text("/services/inference/q/metrics")).contains("timbre_inference_batch_segments_count");
    }

    @Order(4)
    @Test
    void featuresKilledInMidFlowLosesNothingAndRepeatsNothing() throws Exception {
        // Held until everything is accepted, so that it has all of it before it when it is killed.
        chain.signal("STOP", "features");
        var accepted = chain.submitAll(retitled(100, 48, 29));
        chain.signal("CONT", "features");
        await().atMost(PATIENCE)
                .until(() -> !chain.recordsByKey("track-features", accepted).isEmpty());

        chain.kill("features");

        assertThat(chain.recordsByKey("track-features", accepted))
                .as("done before the kill")
                .hasSizeBetween(1, accepted.size() - 1);
        awaitClassifiedOnceEach(accepted);
        assertThat(chain.recordsByKey("track-features", accepted)).isEqualTo(onceEach(accepted));
    }

    @Order(5)
    @Test
    void explainKilledInMidWorkGivesOneWholeAnswer() throws Exception {
        var track =
                submitted(Recordings.record(folder, 150, 30, AudioFormat.MP3)).trackId();
        var id = ask(track, "{\"method\": \"smoothgrad\"}");
        await().atMost(PATIENCE)
                .until(() ->
                        chain.get("/api/explanations/" + id).path("progress").asDouble() > 0);

        chain.kill("explain");

        assertThat(explanation(id).path("status").asText())
                .as("before the kill")
                .isNotEqualTo("complete");
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> chain.get("/api/explanations/" + id).path("status").asText(), "complete"::equals);
        await().atMost(PATIENCE)
                .until(() -> chain.recordsByKey("explanations", List.of(track)), onceEach(List.of(track))::equals);
        Thread.sleep(LATE);
        assertThat(chain.recordsByKey("explanations", List.of(track))).isEqualTo(onceEach(List.of(track)));
        var artifacts = chain.get("/api/explanations/" + id).path("artifacts");
        assertThat(artifacts).isNotEmpty();
        for (var artifact : artifacts) {
            assertThat(chain.bytes(artifact.path("uri").asText()))
                    .hasSize(artifact.path("bytes").asInt());
        }
    }

    @Order(6)
    @Test
    void withoutTheRegistryUploadsAreTurnedAwayAndWhatWasAcceptedWaits() throws Exception {
        var tracks = retitled(200, 8, 8);
        chain.signal("STOP", "features");
        var accepted = new ArrayList<>(chain.submitAll(tracks.subList(0, 4)));
        // The services know the ids of their schemas by heart; only new processes must ask.
        chain.kill("registry");
        chain.kill("features");
        chain.kill("ingest");
        // Before it listens, so that there is none for as long as we like.
        chain.signal("STOP", "registry");
        try {
            await().atMost(PATIENCE).until(() -> upload(tracks.get(4)), answer -> answer.contains("registry is away"));
            await().atMost(PATIENCE).until(() -> chain.log("features").contains("Connection refused"));
            assertThat(chain.recordsByKey("track-features", accepted)).isEmpty();
        } finally {
            chain.signal("CONT", "registry");
        }

        accepted.addAll(chain.submitAll(tracks.subList(4, 8)));

        awaitClassifiedOnceEach(accepted);
    }

    @Order(7)
    @Test
    void theBrokerMayGoAndComeBack() throws Exception {
        chain.kill("broker");

        awaitClassifiedOnceEach(chain.submitAll(retitled(300, 4, 8)));
    }

    @Order(8)
    @Test
    void whatIsKnownSurvivesARestartOfEverything() throws Exception {
        var file = Recordings.record(folder, 400, 8, AudioFormat.MP3);
        var before = submitted(file);

        chain.restart();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(chain.client().outcome(file.toString(), before.trackId()))
                        .contains(before));
        assertThat(chain.get("/api/tracks/" + before.trackId()).path("status").asText())
                .isEqualTo("classified");
    }

    /** Tracks of the same sound, each with bytes of its own. */
    private static List<Path> retitled(long seed, int count, double seconds) throws IOException {
        var mp3 = Recordings.record(folder, seed, seconds, AudioFormat.MP3);
        var files = new ArrayList<Path>();
        for (int i = 0; i < count; i++) {
            var title = seed + "-" + i;
            files.add(Files.write(folder.resolve(title + ".mp3"), Recordings.retitled(mp3, title)));
        }
        return files;
    }

    private static Tagged submitted(Path file) throws Exception {
        return (Tagged) outcome(file, chain.submitAll(List.of(file)).getFirst());
    }

    private static Outcome outcome(Path file, String trackId) {
        return await().atMost(PATIENCE)
                .until(() -> chain.client().outcome(file.toString(), trackId), Optional::isPresent)
                .orElseThrow();
    }

    /** One try; the answer's body, whatever the status. */
    private static String upload(Path file) throws Exception {
        var form = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.mp3\"\r\n\r\n";
        var request = HttpRequest.newBuilder(chain.address("/api/tracks"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(form),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString("\r\n--x--\r\n")));
        return chain.answer(request);
    }

    /** Returns the id of the explanation, once the service knows of the track's classification. */
    private static String ask(String track, String question) {
        var request = HttpRequest.newBuilder(chain.address("/api/tracks/" + track + "/explanations"))
                .POST(BodyPublishers.ofString(question));
        return await().atMost(PATIENCE)
                .until(() -> chain.json(request).path("explanation_id").asText(), id -> !id.isEmpty());
    }

    /** As it stands in the object store, whether the service runs or not. */
    private static JsonNode explanation(String id) throws IOException {
        var folder = chain.data()
                .objects()
                .resolve("explanations")
                .resolve(id.substring(0, 2))
                .resolve(id);
        var answer = folder.resolve("explanation.json");
        return JSON.readTree((Files.exists(answer) ? answer : folder.resolve("progress.json")).toFile());
    }

    private static void awaitClassifiedOnceEach(List<String> accepted) throws InterruptedException {
        await().atMost(PATIENCE)
                .until(() -> chain.recordsByKey("track-classifications", accepted)
                        .keySet()
                        .containsAll(accepted));
        Thread.sleep(LATE);
        assertThat(chain.recordsByKey("track-classifications", accepted)).isEqualTo(onceEach(accepted));
    }

    private static Map<String, Integer> onceEach(List<String> keys) {
        var counts = new TreeMap<String, Integer>();
        keys.forEach(key -> counts.put(key, 1));
        return counts;
    }
}
