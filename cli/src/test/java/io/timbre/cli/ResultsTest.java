package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.cli.Outcome.Failed;
import io.timbre.cli.Outcome.Rejected;
import io.timbre.cli.Outcome.Tagged;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

class ResultsTest {
    private static final Tagged JAZZ = jazz();
    private static final Rejected TEXT = new Rejected("b.txt", "unknown-kind", "no audio");
    private static final Failed GONE = new Failed("c.mp3", "cannot be read");

    @Test
    void writesAStableLineForEachKindOfOutcome() {
        assertThat(Results.json(JAZZ))
                .isEqualTo("{\"file\":\"a.mp3\",\"track_id\":\"ab12\",\"genre\":\"jazz\",\"confidence\":0.75,"
                        + "\"posteriors\":{\"jazz\":0.75,\"blues\":0.25},\"model\":\"m1\"}");
        assertThat(Results.json(TEXT))
                .isEqualTo("{\"file\":\"b.txt\",\"rejected\":\"unknown-kind\",\"detail\":\"no audio\"}");
        assertThat(Results.json(GONE)).isEqualTo("{\"file\":\"c.mp3\",\"failed\":\"cannot be read\"}");
    }

    @Test
    void endsWithZeroOnlyWhenEveryFileIsTagged() {
        assertThat(results(JAZZ).exitStatus()).isZero();
        assertThat(results(JAZZ, TEXT).exitStatus()).isEqualTo(1);
        assertThat(results(GONE, JAZZ).exitStatus()).isEqualTo(1);
    }

    @Test
    void countsWhichWayTheFilesWent() {
        assertThat(results(JAZZ, TEXT, GONE, TEXT).summary()).isEqualTo("1 tagged, 2 rejected, 1 failed");
    }

    @Test
    void tellsPeopleInARowAFile() {
        assertThat(results(JAZZ, TEXT, GONE).table()).isEqualTo("""
                        file    genre      confidence   note
                        a.mp3   jazz       0.75
                        b.txt   rejected                unknown-kind: no audio
                        c.mp3   failed                  cannot be read""");
    }

    private static Results results(Outcome... outcomes) {
        var results = new Results();
        for (var outcome : outcomes) {
            results.add(outcome);
        }
        return results;
    }

    private static Tagged jazz() {
        var posteriors = new LinkedHashMap<String, Float>();
        posteriors.put("jazz", 0.75f);
        posteriors.put("blues", 0.25f);
        return new Tagged("a.mp3", "ab12", "jazz", 0.75f, posteriors, "m1");
    }
}
