package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.timbre.explain.answer.Method;
import io.timbre.networks.model.Champion;
import io.timbre.signal.codec.AudioFormat;
import io.timbre.signal.score.Melody;
import io.timbre.signal.score.Score;
import io.timbre.signal.score.ScoreWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
    @TempDir
    Path folder;

    private Path recording = Path.of("");

    @BeforeEach
    void record() throws Exception {
        recording = Recordings.record(folder, 1, 4, AudioFormat.FLAC);
    }

    @Test
    void tellsWhatItFoundAndWhereThePicturesAre() throws Exception {
        var spoken = Spoken.by("explain", recording.toString(), "--method=saliency", "--out=" + folder.resolve("out"));

        var picture = folder.resolve("out/saliency.png");
        assertThat(spoken.status()).isZero();
        assertThat(spoken.out()).contains(picture.toString());
        assertThat(Files.readAllBytes(picture)).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void givesProgramsOneObject() throws Exception {
        var spoken = Spoken.by(
                "explain",
                recording.toString(),
                "--method=gradient-x-input",
                "--json",
                "--out=" + folder.resolve("out"));

        assertThat(spoken.out()).hasSize(1);
        var explained = new ObjectMapper().readTree(spoken.out().getFirst());
        assertThat(explained.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("file", "method", "model", "lines", "findings", "quality", "artifacts");
        assertThat(explained.at("/quality/checks")).isNotEmpty();
    }

    @Test
    void explainsScoresByTheModelOfScores() throws Exception {
        var score = Files.write(folder.resolve("tune"), ScoreWriter.write(Score.of(Melody.compose(1, 60))));

        var spoken = Spoken.by("explain", score.toString(), "--method=saliency", "--json", "--out=" + folder);

        assertThat(spoken.out())
                .singleElement()
                .asString()
                .contains(Champion.ofScores().description().version());
        assertThat(folder.resolve("piano-roll.png")).exists();
    }

    @Test
    void namesTheMethodsThereAre() {
        var unknown = Spoken.by("explain", recording.toString(), "--method=crystal-ball");
        var help = Spoken.by("explain", "--help");

        assertThat(unknown.status()).isEqualTo(2);
        assertThat(String.join("\n", unknown.err())).contains("there is no method crystal-ball");
        assertThat(String.join("\n", help.out()))
                .contains(Stream.of(Method.values()).map(Method::label).toList());
    }

    @Test
    void saysWhyAndWhatToDoWhereAQuestionHasNoAnswer() {
        var spoken = Spoken.by("explain", recording.toString(), "--method=saliency", "--genre=polka");

        assertThat(spoken.status()).isEqualTo(1);
        assertThat(spoken.err())
                .singleElement()
                .asString()
                .startsWith("timbre: unknown-genre: ")
                .contains("blues, classical")
                .endsWith("which the answer names.");
    }

    @Test
    void refusesWhatCannotBeHeard() throws Exception {
        var text = Files.writeString(folder.resolve("song.mp3"), "la la la");

        var spoken = Spoken.by("explain", text.toString(), "--method=saliency");

        assertThat(spoken.status()).isEqualTo(1);
        assertThat(spoken.err()).singleElement().asString().startsWith("timbre: unknown-kind: ");
    }

    @Test
    void saysWhereAFileIsMissing() {
        var spoken = Spoken.by("explain", folder.resolve("nothing.wav").toString(), "--method=saliency");

        assertThat(spoken.status()).isEqualTo(1);
        assertThat(spoken.err()).singleElement().asString().startsWith("timbre: cannot read ");
    }
}
