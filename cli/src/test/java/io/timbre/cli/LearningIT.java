package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.timbre.networks.model.Champion;
import io.timbre.signal.codec.AudioFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * From a label to a better model and back, on the packaged services; and, since so much has happened here then, whether the
 * dashboards would have shown it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LearningIT {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Duration POLL = Duration.ofMillis(250);
    /** Longer than five scrapes, and than an explanation takes. */
    private static final Duration PROMPTLY = Duration.ofMinutes(1);
    /** Labels that are of the scrape or of a bucket, not tags of ours. */
    private static final Set<String> OF_PROMETHEUS = Set.of("__name__", "job", "service", "instance", "le");

    private static final Set<String> ENDED = Set.of("released", "rejected", "failed");

    @TempDir
    private static Path folder;

    private static RealChain chain;
    private static Optional<RealPrometheus> prometheus = Optional.empty();
    private static String shipped;
    private static JsonNode atFirst;

    @BeforeAll
    static void start() throws Exception {
        chain = RealChain.start(
                folder,
                Map.of(
                        "trainer",
                        List.of(
                                "-Dtimbre.trainer.schedule=*/5 * * * * ?",
                                "-Dtimbre.trainer.min-new-labels=90",
                                "-Dtimbre.trainer.min-test-tracks=15",
                                "-Dtimbre.trainer.promote-untested=true",
                                "-Dtimbre.drift.count.tracks=40",
                                "-Dtimbre.drift.count.advance=20")));
        prometheus = RealPrometheus.start(folder, chain.address("/"));
        shipped = Champion.checkpoint().description().version();
        atFirst = classified("before");
    }

    @AfterAll
    static void stop() throws Exception {
        if (prometheus.isPresent()) {
            prometheus.get().close();
        }
        chain.close();
    }

    @Test
    @Order(1)
    void theScheduledRunMakesAChampionOfWhatPeopleSay() throws Exception {
        label(MadeUpGenres.write(folder, "made-up", 120, false));

        var champion = await().atMost(PATIENCE)
                .pollInterval(POLL)
                .ignoreExceptions()
                .until(
                        LearningIT::champion,
                        model -> !model.path("model").asText().equals(shipped));
        assertThat(atFirst.path("model").asText()).isEqualTo(shipped);
        var judgement = champion.path("judgement");
        assertThat(judgement.path("champion").path("model").asText()).isEqualTo(shipped);
        assertThat(judgement.path("difference_low").asDouble()).isPositive();
        await().atMost(PATIENCE)
                .until(() -> classified("after-" + System.nanoTime()).path("model"), champion.path("model")::equals);
        await().atMost(PATIENCE).until(LearningIT::everyClassificationOnce);
    }

    @Test
    @Order(2)
    void labelsAtRandomArePutBeforeTheJudgeAndRejected() throws Exception {
        var before = champion().path("model");
        var runs = ended().size();

        label(MadeUpGenres.write(folder, "poison", 100, true));

        await().atMost(PATIENCE).pollInterval(POLL).until(() -> ended().size() > runs);
        assertThat(ended()).first().satisfies(run -> {
            assertThat(run.path("status").asText()).isEqualTo("rejected");
            assertThat(run.path("reason").asText()).contains("the champion");
        });
        assertThat(champion().path("model")).isEqualTo(before);
    }

    @Test
    @Order(3)
    void aRunThatIsKilledComesToOneEnd() throws Exception {
        var run = chain.post("/api/training-runs", "{}").path("run_id").asText();
        await().atMost(PATIENCE)
                .pollInterval(POLL)
                .until(() -> run(run).path("progress").asDouble() > 0.2);

        chain.kill("trainer");

        var killed = Instant.now();
        await().atMost(PATIENCE)
                .pollInterval(POLL)
                .ignoreExceptions()
                .until(() -> ENDED.contains(run(run).path("status").asText()));
        assertThat(run(run).path("status").asText()).isNotEqualTo("failed");
        assertThat(Instant.parse(run(run).path("started_at").asText()))
                .as("begun again")
                .isAfter(killed);
    }

    @Test
    @Order(4)
    void theRollbackRestoresThePosteriorsToTheLastBit() throws Exception {
        chain.post("/api/models/rollback", "{}");

        var again = await().atMost(PATIENCE)
                .until(
                        () -> classified("again-" + System.nanoTime()),
                        track -> track.path("model").asText().equals(shipped));
        assertThat(again.path("posteriors")).isEqualTo(atFirst.path("posteriors"));
        assertThat(again.path("segments")).isEqualTo(atFirst.path("segments"));
    }

    /** Panels of a GPU find an imitation of NVIDIA's exporter. */
    @Test
    @Order(5)
    void everyQueryOfTheDashboardsHasData() throws Exception {
        var prometheus = prometheus();
        explainedAndTurnedAway();

        var queries = Dashboards.queries();

        await().atMost(PROMPTLY)
                .pollInterval(POLL)
                .untilAsserted(() -> assertThat(queries)
                        .allSatisfy(query ->
                                assertThat(prometheus.hadData(query.query())).isTrue()));
    }

    @Test
    @Order(6)
    void everyAlertCanBeEvaluated() throws Exception {
        assertThat(prometheus().alerts())
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(alert.path("health").asText())
                        .as(alert.path("lastError").asText())
                        .isEqualTo("ok"));
    }

    @Test
    @Order(7)
    void everyMetricIsInTheHandbookWithAllValuesOfItsTags() throws Exception {
        var handbook = MeterTable.read();
        var series = prometheus().series("{__name__=~\"timbre_.*\"}");

        assertThat(series)
                .extracting(each -> MeterTable.metric(each.path("__name__").asText()))
                .hasSameElementsAs(handbook.keySet());
        assertThat(series).allSatisfy(each -> {
            var tags = handbook.get(MeterTable.metric(each.path("__name__").asText()));
            each.properties().stream()
                    .filter(label -> !OF_PROMETHEUS.contains(label.getKey()))
                    .forEach(label -> assertThat(tags.getOrDefault(label.getKey(), none -> false))
                            .accepts(label.getValue().asText()));
        });
    }

    private static RealPrometheus prometheus() {
        Assumptions.assumeTrue(
                prometheus.isPresent(), "there is no Prometheus: k8s/monitoring/find-prometheus says why");
        return prometheus.orElseThrow();
    }

    private static void explainedAndTurnedAway() throws Exception {
        var text = Files.writeString(folder.resolve("song.mp3"), "la la la ".repeat(1000));
        var silent = chain.submitAll(List.of(text)).getFirst();
        var track = classified("explained").path("track_id").asText();
        var asked = await().atMost(PROMPTLY)
                .until(
                        () -> chain.post("/api/tracks/" + track + "/explanations", "{\"method\": \"segments\"}")
                                .path("explanation_id")
                                .asText(),
                        id -> !id.isEmpty());
        await().atMost(PROMPTLY)
                .until(
                        () -> chain.get("/api/explanations/" + asked)
                                .path("status")
                                .asText(),
                        "complete"::equals);
        await().atMost(PROMPTLY)
                .until(() -> chain.get("/api/tracks/" + silent).path("status").asText(), "rejected"::equals);
    }

    private static void label(Path table) {
        var spoken = Spoken.by(
                "label",
                table.toString(),
                "--submit",
                "--url",
                chain.address("/").toString());
        assertThat(spoken.status()).as(String.join("\n", spoken.err())).isZero();
    }

    /** The same recording each time, under a title that makes it another track. */
    private static JsonNode classified(String title) throws Exception {
        var mp3 = Recordings.record(folder, 7, 12, AudioFormat.MP3);
        var file = Files.write(folder.resolve(title + ".mp3"), Recordings.retitled(mp3, title));
        var track = chain.submitAll(List.of(file)).getFirst();
        await().atMost(PATIENCE)
                .pollInterval(POLL)
                .until(() -> chain.client().outcome(file.toString(), track), Optional::isPresent);
        return chain.get("/api/tracks/" + track + "/classification");
    }

    private static boolean everyClassificationOnce() {
        var ids = new ArrayList<String>();
        var tracks = new ArrayList<String>();
        chain.forEachRecord("tracks", record -> tracks.add(record.key()));
        chain.forEachRecord("track-classifications", record -> ids.add(record.key()));
        return ids.size() == tracks.size() && Set.copyOf(ids).equals(Set.copyOf(tracks));
    }

    private static JsonNode champion() throws IOException, InterruptedException {
        return all("/api/models").stream()
                .filter(model -> model.path("champion").asBoolean())
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode run(String id) throws IOException, InterruptedException {
        return chain.get("/api/training-runs/" + id);
    }

    /** Runs that trained something, the latest first. */
    private static List<JsonNode> ended() throws IOException, InterruptedException {
        return all("/api/training-runs").stream()
                .filter(run -> ENDED.contains(run.path("status").asText()))
                .sorted((left, right) -> right.path("requested_at")
                        .asText()
                        .compareTo(left.path("requested_at").asText()))
                .toList();
    }

    private static List<JsonNode> all(String path) throws IOException, InterruptedException {
        return StreamSupport.stream(chain.get(path).spliterator(), false).toList();
    }
}
