package io.timbre.cli;

import static io.timbre.cli.FakeChain.UPLOAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelCommandTest {
    /** SHA-256 of the two letters of the recording. */
    private static final String LA = "b737ca7ee563ae80e457bb3d1dfe64edd2b4c015a8f88b6f87d5c113b68897fd";

    @TempDir
    private Path folder;

    private FakeChain chain;

    @BeforeEach
    void start() throws IOException {
        chain = new FakeChain();
        Files.createDirectory(folder.resolve("music"));
        Files.writeString(folder.resolve("music/la.mp3"), "la");
    }

    @AfterEach
    void stop() {
        chain.close();
    }

    @Test
    void labelsTheTrackOfAFileByItsHashAndSaysWhatTheRowSays() throws IOException {
        chain.answering(FakeChain.labels(LA), 202, "{\"status\":\"taken\"}");

        var spoken = label(
                "path,genre,artist,source,who,certainty\nmusic/la.mp3,hip hop,\"Guru, Premier\",person,ann,0.5\n");

        assertThat(chain.bodies(FakeChain.labels(LA)))
                .containsExactly(
                        "{\"source\":\"person\",\"genre\":\"hip hop\",\"artist\":\"Guru, Premier\",\"who\":\"ann\","
                                + "\"certainty\":0.5}");
        assertThat(chain.uploads()).isEmpty();
        assertThat(spoken.out()).isEmpty();
        assertThat(spoken.err()).last().isEqualTo("1 taken, 0 held back, 0 rejected, 0 failed");
        assertThat(spoken.status()).isZero();
    }

    @Test
    void takesATableForACatalogueUnlessItSaysOtherwise() throws IOException {
        chain.answering(FakeChain.labels("ab12"), 202, "{\"status\":\"taken\"}");

        label("track_id,genre,source\nab12,rock,\n");

        assertThat(chain.bodies(FakeChain.labels("ab12")))
                .containsExactly("{\"source\":\"catalogue\",\"genre\":\"rock\"}");
    }

    @Test
    void sendsTheRowsOfOneTrackInTheirOrderSoThatTheLastStands() throws IOException {
        chain.answering(FakeChain.labels("ab12"), 202, "{\"status\":\"taken\"}");
        var genres = IntStream.range(0, 40).mapToObj(i -> "genre " + i).toList();

        var spoken = label("track_id,genre\n"
                + genres.stream().map(genre -> "ab12," + genre + "\n").collect(Collectors.joining()));

        assertThat(chain.bodies(FakeChain.labels("ab12")))
                .containsExactlyElementsOf(genres.stream()
                        .map(genre -> "{\"source\":\"catalogue\",\"genre\":\"" + genre + "\"}")
                        .toList());
        assertThat(spoken.err()).last().isEqualTo("40 taken, 0 held back, 0 rejected, 0 failed");
    }

    @Test
    void uploadsBeforeItLabelsWhereAskedTo() throws IOException {
        chain.answering(UPLOAD, 202, "{\"track_id\":\"ab12\",\"status\":\"known\"}")
                .answering(FakeChain.labels("ab12"), 202, "{\"status\":\"taken\"}");

        var spoken = label("path,genre\nmusic/la.mp3,rock\n", "--submit");

        assertThat(chain.uploads()).hasSize(1);
        assertThat(chain.bodies(FakeChain.labels("ab12"))).hasSize(1);
        assertThat(spoken.status()).isZero();
    }

    @Test
    void tellsOfEachRowThatCameToNothingByItsLineAndOfAllInTheLastLine() throws IOException {
        chain.answering(FakeChain.labels("a"), 202, "{\"status\":\"taken\"}")
                .answering(FakeChain.labels("b"), 202, "{\"status\":\"held-back\"}")
                .answering(
                        FakeChain.labels("c"),
                        400,
                        "{\"reason\":\"malformed-label\",\"detail\":\"genre must be a name\"}");

        var spoken = label("track_id,genre\na,rock\nb,polka\nc,\n");

        assertThat(spoken.out())
                .containsExactly(
                        table() + ":3: held back: no model learns polka",
                        table() + ":4: malformed-label: genre must be a name");
        assertThat(spoken.err()).last().isEqualTo("1 taken, 1 held back, 1 rejected, 0 failed");
        assertThat(spoken.status()).isEqualTo(1);
    }

    @Test
    void oneFileThatIsMissingDoesNotKeepTheOthersFromTheirLabels() throws IOException {
        chain.answering(FakeChain.labels(LA), 202, "{\"status\":\"taken\"}");

        var spoken = label("path,genre\nmusic/gone.mp3,rock\nmusic/la.mp3,rock\n");

        assertThat(spoken.out())
                .containsExactly(table() + ":2: failed: " + folder.resolve("music/gone.mp3") + " cannot be read");
        assertThat(spoken.err()).last().isEqualTo("1 taken, 0 held back, 0 rejected, 1 failed");
        assertThat(spoken.status()).isEqualTo(1);
    }

    @Test
    void refusesATableThatIsNone() throws IOException {
        refused(
                "path,genre,artst\n",
                "columns must be among path, track_id, genre, artist, source, who, certainty: was artst");
        refused("path,artist\n", "columns must hold genre, and either path or track_id");
        refused("path,track_id,genre\n", "columns must hold genre, and either path or track_id");
        refused("track_id,genre\na,rock,pop\n", "line 2 has 3 cells");
        refused("track_id,genre,certainty\na,rock,very\n", "line 2: certainty must be a number: was very");
    }

    private void refused(String table, String reason) throws IOException {
        var spoken = label(table);

        assertThat(spoken.err())
                .anyMatch(line -> line.startsWith("timbre: " + table() + " is no table") && line.contains(reason));
        assertThat(spoken.status()).isEqualTo(1);
    }

    private Path table() {
        return folder.resolve("labels.csv");
    }

    private Spoken label(String table, String... more) throws IOException {
        Files.writeString(table(), table);
        var arguments = new ArrayList<String>();
        arguments.add("label");
        arguments.add("--url=" + chain.address());
        arguments.addAll(List.of(more));
        arguments.add(table().toString());
        return Spoken.by(arguments.toArray(String[]::new));
    }
}
