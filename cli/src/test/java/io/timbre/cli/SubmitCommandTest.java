package io.timbre.cli;

import static io.timbre.cli.FakeChain.UPLOAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmitCommandTest {
    private static final String JAZZ =
            "{\"track_id\":\"ab12\",\"genre\":\"jazz\",\"confidence\":0.75,\"posteriors\":{\"jazz\":0.75},\"model\":\"m1\"}";

    @TempDir
    Path folder;

    private FakeChain chain;

    @BeforeEach
    void start() throws IOException {
        chain = new FakeChain();
    }

    @AfterEach
    void stop() {
        chain.close();
    }

    @Test
    void printsAnObjectAFileAndEndsWithZeroWhenAllAreTagged() throws IOException {
        var file = Files.writeString(folder.resolve("a.mp3"), "la");
        chain.answering(UPLOAD, 202, "{\"track_id\":\"ab12\"}").answering(FakeChain.classification("ab12"), 200, JAZZ);

        var spoken = submit("--json");

        assertThat(spoken.out()).containsExactly("{\"file\":\"" + file + "\"," + JAZZ.substring(1));
        assertThat(spoken.err()).last().isEqualTo("1 tagged, 0 rejected, 0 failed");
        assertThat(spoken.status()).isZero();
    }

    @Test
    void oneFileThatGetsNoResultInTimeDoesNotKeepTheOthersFromTheirs() throws IOException {
        Files.writeString(folder.resolve("a.mp3"), "la");
        Files.writeString(folder.resolve("b.mp3"), "la la");
        chain.answering(UPLOAD, 202, "{\"track_id\":\"slow\"}")
                .answering(UPLOAD, 413, "{\"reason\":\"too-large\",\"detail\":\"1 byte too many\"}")
                .answering(FakeChain.classification("slow"), 404, "{}");

        var spoken = submit("--patience=PT0.2S");

        assertThat(spoken.out())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("file")
                .contains("genre", "note");
        assertThat(spoken.out())
                .anyMatch(line -> line.contains("failed") && line.contains("it is not lost: ask " + chain.address()))
                .anyMatch(line -> line.contains("too-large: 1 byte too many"));
        assertThat(spoken.err()).last().isEqualTo("0 tagged, 1 rejected, 1 failed");
        assertThat(spoken.status()).isEqualTo(1);
    }

    @Test
    void endsAtOnceWhenNothingAnswers() throws IOException {
        Files.writeString(folder.resolve("a.mp3"), "la");
        var address = chain.address();
        chain.close();

        var spoken = Spoken.by("submit", "--url", address.toString(), folder.toString());

        assertThat(spoken.out()).isEmpty();
        assertThat(spoken.err()).singleElement().asString().startsWith("timbre: nothing answers at " + address);
        assertThat(spoken.status()).isEqualTo(1);
    }

    @Test
    void tellsWhatItKnowsWhenTheChainGoesAway() throws IOException {
        for (int i = 1; i <= 5; i++) {
            Files.writeString(folder.resolve(i + ".mp3"), "la");
        }
        // Four are uploaded side by side: any of the five may meet the end, the first too.
        chain.answering(UPLOAD, 400, "{\"reason\":\"empty\",\"detail\":\"no bytes\"}")
                .answering(UPLOAD, 400, "{\"reason\":\"empty\",\"detail\":\"no bytes\"}")
                .answering(UPLOAD, 400, "{\"reason\":\"empty\",\"detail\":\"no bytes\"}")
                .answering(UPLOAD, 400, "{\"reason\":\"empty\",\"detail\":\"no bytes\"}")
                .answering(UPLOAD, 405, "closed");

        var spoken = submit("--json");

        assertThat(spoken.out()).hasSizeLessThanOrEqualTo(4).allMatch(line -> line.contains("\"rejected\":\"empty\""));
        assertThat(spoken.err()).last().asString().contains("405: closed");
        assertThat(spoken.status()).isEqualTo(1);
    }

    @Test
    void namesAPathThatIsNotThere() {
        var spoken = submit("--json", folder.resolve("gone").toString());

        assertThat(spoken.err()).containsExactly("timbre: no such file or folder: " + folder.resolve("gone"));
        assertThat(spoken.status()).isEqualTo(1);
    }

    @Test
    void explainsItsUseWhenCalledWithoutAFile() {
        var spoken = Spoken.by("submit");

        assertThat(spoken.err()).first().asString().contains("FILE|DIR");
        assertThat(spoken.status()).isEqualTo(2);
    }

    private Spoken submit(String... more) {
        var arguments = new ArrayList<String>();
        arguments.add("submit");
        arguments.add("--url=" + chain.address());
        arguments.addAll(List.of(more));
        arguments.add(folder.toString());
        return Spoken.by(arguments.toArray(String[]::new));
    }
}
