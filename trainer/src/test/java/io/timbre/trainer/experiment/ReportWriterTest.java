package io.timbre.trainer.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.timbre.trainer.experiment.Section.Picture;
import io.timbre.trainer.experiment.Section.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {

    @TempDir
    Path folder;

    @Test
    void writesThePageTheMarkdownTheFiguresAndThePictures() throws IOException {
        var page = write(folder.resolve("a/b"));

        assertThat(page).isEqualTo(folder.resolve("a/b/report.html"));
        assertThat(names(page.resolveSibling("")))
                .containsExactly(
                        "confusion.png",
                        "iteration-2-accuracy.png",
                        "iteration-2-loss.png",
                        "protocols.png",
                        "report.html",
                        "report.json",
                        "report.md");
    }

    @Test
    void theSameReportGivesTheSameBytes() throws IOException {
        write(folder.resolve("once"));
        write(folder.resolve("again"));

        for (var name : names(folder.resolve("once"))) {
            assertThat(folder.resolve("again").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("once").resolve(name));
        }
    }

    @Test
    void thePapersFigureStandsBesideOursAndTheHonestRowStandsOut() throws IOException {
        assertThat(markdown())
                .containsSubsequence(
                        "|what|protocol|honest|paper|ours|95 % interval|n|remark|",
                        "|iteration 2|training data, as published|no|94.17 %|95.25 %|93.50 to 97.12 %|400|the ADL set could not be had|",
                        "|iteration 2|grouped by title|**yes**|–|66.67 %||60||");
        assertThat(page()).contains("<td align=\"center\"><strong>yes</strong></td>");
    }

    @Test
    void furtherFiguresHaveATableOfTheirOwn() throws IOException {
        assertThat(markdown())
                .containsSubsequence(
                        "Further figures of the same rows:",
                        "|what|protocol|log-loss|macro F1|",
                        "|iteration 2|training data, as published|0.2500|0.9000|",
                        "|iteration 2|grouped by title|–|–|");
    }

    @Test
    void columnsInWhichNothingWouldStandAreLeftOut() throws IOException {
        var report = report(new Section.Comparison("Table 2", List.of(MadeUp.HONEST)));

        new ReportWriter(MadeUp.ENVIRONMENT).write(report, "./timbre experiment small", folder);

        assertThat(folder.resolve("report.md")).content().contains("|what|protocol|honest|paper|ours|n|\n");
    }

    @Test
    void whatComesFromDataIsShownAndNotObeyed() throws IOException {
        assertThat(markdown())
                .contains("|a\\|b \\<script\\>alert(1)\\</script\\> \\*c\\* d|training, test|")
                .contains("# Made up \\& \\<true\\>");
        assertThat(page())
                .contains("<td align=\"left\">a|b &lt;script&gt;alert(1)&lt;/script&gt; *c* d</td>")
                .contains("<h1>Made up &amp; &lt;true&gt;</h1>", "<title>Made up &amp; &lt;true&gt;")
                .contains("&lt;b&gt;twice&lt;/b&gt;")
                .doesNotContain("<script");
    }

    @Test
    void wordsThatAreMarkdownAreRendered() throws IOException {
        assertThat(page()).contains("A <strong>network</strong> on <code>notes-100</code>", "<li>again</li>");
    }

    @Test
    void picturesLieBesideThePageUnderTheirNames() throws IOException {
        assertThat(markdown()).contains("![Confusion](confusion.png)\n\n*60 files*\n");
        assertThat(page()).contains("<img src=\"confusion.png\" alt=\"Confusion\" />");
    }

    @Test
    void thePageBringsItsStyleAndAsksNobodyForAnything() throws IOException {
        assertThat(page())
                .contains("prefers-color-scheme: dark", "width=device-width")
                .doesNotContain("http://", "https://");
    }

    @Test
    void programsGetEveryNumberAsItWasMeasured() throws IOException {
        var report = json();
        var published = report.at("/sections/1/rows/0");
        var honest = report.at("/sections/1/rows/1");

        assertThat(report.path("name").asText()).isEqualTo("made-up");
        assertThat(report.path("command").asText()).isEqualTo("./timbre experiment made-up --data DIR");
        assertThat(published.path("paper").asDouble()).isEqualTo(94.17);
        assertThat(published.at("/ours/high").asDouble()).isEqualTo(97.125);
        assertThat(published.at("/details/macro F1").asDouble()).isEqualTo(0.9);
        assertThat(published.path("protocol").asText()).isEqualTo("training data, as published");
        assertThat(published.path("honest").asBoolean(true)).isFalse();
        assertThat(honest.path("honest").asBoolean()).isTrue();
        assertThat(honest.at("/ours/value").asDouble()).isEqualTo(2 / 3.0 * 100);
        assertThat(honest.at("/ours/n").asInt()).isEqualTo(60);
    }

    @Test
    void programsGetNullForWhatIsNotThere() throws IOException {
        var honest = json().at("/sections/1/rows/1");

        assertThat(honest.has("paper") && honest.path("paper").isNull()).isTrue();
        assertThat(honest.at("/ours").has("low") && honest.at("/ours/low").isNull())
                .isTrue();
    }

    @Test
    void programsAreToldOfEverySectionAndOfWhereItRan() throws IOException {
        var report = json();

        assertThat(report.path("sections").findValuesAsText("kind"))
                .containsExactly("text", "comparison", "table", "picture", "picture", "picture", "picture");
        assertThat(report.at("/sections/2/rows/0/0").asText()).contains("<script>", "\n");
        assertThat(report.at("/sections/5/file").asText()).isEqualTo("confusion.png");
        assertThat(report.at("/environment/processors").asInt()).isEqualTo(2);
        assertThat(markdown())
                .endsWith("Ran on Java 25, Linux amd64, 2 processors; MXNet on DJL 0.36.0, "
                        + "1 thread an operation.\n");
    }

    @Test
    void picturesAreSmallAndAsWideAsAPageLikes() {
        for (var section : MadeUp.report().sections()) {
            if (section instanceof Picture picture) {
                assertThat(picture.png()).as(picture.file()).hasSizeLessThan(40_000);
                assertThat(width(picture)).isEqualTo(640);
            }
        }
    }

    @Test
    void refusesPicturesThatWouldOverwriteEachOther() {
        var picture = new Picture("one", "same.png", new byte[0], "");

        assertThatThrownBy(() -> report(picture, picture))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("same.png");
    }

    @Test
    void refusesAPictureOutsideTheFolder() {
        assertThatThrownBy(() -> new Picture("one", "../same.png", new byte[0], ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("../same.png");
    }

    @Test
    void refusesATableWhoseRowsAreNotAsLongAsItsHeader() {
        assertThatThrownBy(() -> new Table("Leaks", List.of("track", "parts"), List.of(List.of("only one"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a row of Leaks must have 2 cells: had 1");
    }

    private static int width(Picture picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture.png())).getWidth();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Report report(Section... sections) {
        return new Report("small", "Small", "nothing", List.of(sections));
    }

    private static Path write(Path folder) throws IOException {
        return new ReportWriter(MadeUp.ENVIRONMENT)
                .write(MadeUp.report(), "./timbre experiment made-up --data DIR", folder);
    }

    private String page() throws IOException {
        return Files.readString(write(folder));
    }

    private String markdown() throws IOException {
        return Files.readString(write(folder).resolveSibling("report.md"));
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper()
                .readTree(write(folder).resolveSibling("report.json").toFile());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
