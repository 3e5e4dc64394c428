package io.timbre.cli;

import static io.timbre.cli.FakeChain.UPLOAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timbre.cli.TimbreClient.Receipt;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimbreClientTest {
    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Receipt ACCEPTED = new Receipt.Accepted("ab12", "accepted");

    @TempDir
    Path folder;

    private Path file;
    private FakeChain chain;
    private TimbreClient client;

    @BeforeEach
    void start() throws IOException {
        file = Files.writeString(folder.resolve("so \"what\".mp3"), "la la la");
        chain = new FakeChain();
        client = new TimbreClient(chain.address(), AT_ONCE);
    }

    @AfterEach
    void stop() {
        chain.close();
    }

    @Test
    void sendsTheFileUnderItsNameAndSaysWhereItComesFrom() throws InterruptedException {
        chain.answering(UPLOAD, 202, "{\"track_id\":\"ab12\",\"status\":\"accepted\"}");

        assertThat(client.submit(file)).isEqualTo(ACCEPTED);
        assertThat(chain.uploads())
                .singleElement()
                .satisfies(body -> assertThat(body)
                        .contains("name=\"file\"; filename=\"so _what_.mp3\"", "\r\n\r\nla la la\r\n--")
                        .contains("name=\"source\"\r\n\r\ntimbre submit\r\n"));
    }

    @Test
    void comesAgainWhenTheChainCannotTakeItNow() throws InterruptedException {
        chain.answering(UPLOAD, 503, "{}")
                .answering(UPLOAD, 502, "<html>bad gateway</html>")
                .answering(UPLOAD, 202, "{\"track_id\":\"ab12\",\"status\":\"accepted\"}");

        assertThat(client.submit(file)).isEqualTo(ACCEPTED);
        assertThat(chain.uploads()).hasSize(3);
    }

    @Test
    void comesAgainWhenTheServiceIsKilledInMidUpload() throws InterruptedException {
        chain.hangingUp(UPLOAD)
                .answering(UPLOAD, 500, "{}")
                .answering(UPLOAD, 202, "{\"track_id\":\"ab12\",\"status\":\"accepted\"}");

        assertThat(client.submit(file)).isEqualTo(ACCEPTED);
    }

    @Test
    void givesOneFileUpWhoseUploadAlwaysBreaksOff() throws InterruptedException {
        chain.hangingUp(UPLOAD);

        assertThat(client.submit(file))
                .isInstanceOfSatisfying(
                        Receipt.Failed.class,
                        failed -> assertThat(failed.detail()).startsWith("the upload broke off 4 times: "));
    }

    @Test
    void doesNotSendWhatItCannotRead() throws InterruptedException {
        assertThat(client.submit(folder.resolve("gone.mp3"))).isEqualTo(new Receipt.Failed("cannot be read"));
        assertThat(chain.uploads()).isEmpty();
    }

    @Test
    void takesARefusalAsItIs() throws InterruptedException {
        chain.answering(UPLOAD, 413, "{\"reason\":\"too-large\",\"detail\":\"larger than 9 bytes\"}");

        assertThat(client.submit(file)).isEqualTo(new Receipt.Refused("too-large", "larger than 9 bytes"));
        assertThat(chain.uploads()).hasSize(1);
    }

    @Test
    void takesARefusalOfAnotherServerBeforeTheChain() throws InterruptedException {
        chain.answering(UPLOAD, 413, "<html>Request Entity Too Large</html>");

        assertThat(client.submit(file)).isEqualTo(new Receipt.Refused("http-413", ""));
    }

    @Test
    void saysThatSomethingElseLivesAtTheAddress() {
        chain.answering(UPLOAD, 405, "not here");

        assertThatThrownBy(() -> client.submit(file))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("405: not here");
    }

    @Test
    void saysThatNothingAnswersAndHowToChangeThat() {
        var address = chain.address();
        chain.close();

        assertThatThrownBy(() -> new TimbreClient(address, AT_ONCE).submit(file))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("nothing answers at " + address)
                .hasMessageContaining("timbre up");
    }

    @Test
    void readsAClassification() throws InterruptedException {
        chain.answering(FakeChain.classification("ab12"), 200, """
                {"track_id":"ab12","genre":"jazz","confidence":0.75,"posteriors":{"jazz":0.75,"blues":0.25},"model":"m1"}
                """);

        assertThat(client.outcome("a.mp3", "ab12"))
                .contains(new Outcome.Tagged(
                        "a.mp3", "ab12", "jazz", 0.75f, Map.of("jazz", 0.75f, "blues", 0.25f), "m1"));
    }

    @Test
    void readsARejection() throws InterruptedException {
        chain.answering(FakeChain.classification("ab12"), 410, "{\"reason\":\"silent\",\"detail\":\"no peak\"}");

        assertThat(client.outcome("a.mp3", "ab12")).contains(new Outcome.Rejected("a.mp3", "silent", "no peak"));
    }

    @Test
    void asksAgainUntilThereIsAnOutcome() throws InterruptedException {
        var line = FakeChain.classification("ab12");
        chain.answering(line, 404, "{\"status\":\"pending\"}")
                .answering(line, 503, "{}")
                .hangingUp(line)
                .answering(line, 410, "{\"reason\":\"silent\",\"detail\":\"no peak\"}");

        assertThat(client.await("a.mp3", "ab12", AT_ONCE, Duration.ofSeconds(10)))
                .contains(new Outcome.Rejected("a.mp3", "silent", "no peak"));
    }

    @Test
    void losesPatienceButLooksOnce() throws InterruptedException {
        chain.answering(FakeChain.classification("slow"), 404, "{}")
                .answering(FakeChain.classification("done"), 410, "{\"reason\":\"silent\",\"detail\":\"no peak\"}");

        assertThat(client.await("a.mp3", "slow", AT_ONCE, Duration.ofMillis(20)))
                .isEmpty();
        assertThat(client.await("a.mp3", "done", AT_ONCE, Duration.ZERO)).isPresent();
        assertThat(client.addressOf("done")).isEqualTo(URI.create(chain.address() + "/api/tracks/done"));
    }
}
