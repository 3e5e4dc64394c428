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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** From a label to a better model and back, on the packaged services. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LearningIT {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Set<String> ENDED = Set.of("released", "rejected", "failed");

    @TempDir
    private static Path folder;

    private static RealChain chain;
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
                                "-Dtimbre.trainer.promote-untested=true")));
        shipped = Champion.checkpoint().description().version();
        atFirst = classified("before");
    }

    @AfterAll
    static void stop() throws Exception {
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
