package io.timbre.signal.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreWriterTest {
    private final ScoreReader reader = new ScoreReader(ScoreLimits.standard());

    @Test
    void writesWhatIsReadBackTheSame() throws Exception {
        var score = new Score(
                List.of(
                        new Note(0, 0.5, 60, 64, 0, 5, 0),
                        new Note(0, 0.5, 60, 65, 0, 7, 1), // Of the same channel, by another player.
                        new Note(0.25, 0, 36, 100, Note.PERCUSSION_CHANNEL, 0, 3),
                        new Note(0.5, 1.00005, 60, 66, 0, 5, 0)), // It starts where the first one ends.
                2.5);

        assertThat(reader.read(ScoreWriter.write(score))).isEqualTo(score);
    }

    @Test
    void setsTheProgramOfAChannelThatTracksShareInTheOrderOfReading() throws Exception {
        var score = new Score(
                List.of(
                        new Note(0, 1, 60, 64, 0, 7, 1),
                        new Note(0, 1, 61, 64, 0, 5, 0),
                        new Note(0, 1, 62, 64, 0, 5, 1)),
                1);

        assertThat(reader.read(ScoreWriter.write(score))).isEqualTo(score);
    }

    @Test
    void roundsTimesToTicks() throws Exception {
        // 1.00003 s is nearest to 1.00005 s, and its end, 1.00013 s, to 1.00015 s.
        var score = new Score(List.of(new Note(1.00003, 0.0001, 60, 64, 0, 0, 0)), 2);

        Note note = reader.read(ScoreWriter.write(score)).notes().getFirst();

        assertThat(note.onsetSeconds()).isEqualTo(1.00005);
        assertThat(note.endSeconds()).isEqualTo(1.00015);
    }

    @Test
    void writesComposedScoresWithinHalfATick() throws Exception {
        Score score = Score.of(Melody.compose(4, 20));

        Score read = reader.read(ScoreWriter.write(score));

        assertThat(read.notes()).hasSameSizeAs(score.notes());
        for (int i = 0; i < score.notes().size(); i++) {
            Note expected = score.notes().get(i);
            Note note = read.notes().get(i);
            assertThat(Math.abs(note.onsetSeconds() - expected.onsetSeconds())).isLessThan(26e-6);
            assertThat(Math.abs(note.endSeconds() - expected.endSeconds())).isLessThan(26e-6);
            assertThat(note.pitch()).isEqualTo(expected.pitch());
            assertThat(note.program()).isEqualTo(expected.program());
        }
        assertThat(reader.read(ScoreWriter.write(read))).isEqualTo(read);
    }

    @Test
    void endsOneNoteBeforeTheNextOfItsPitchBegins() throws Exception {
        var score = new Score(
                List.of(
                        new Note(0, 1, 60, 64, 0, 0, 0),
                        new Note(1, 0, 60, 65, 0, 0, 0),
                        new Note(1, 1, 60, 66, 0, 0, 0)),
                2);

        assertThat(reader.read(ScoreWriter.write(score))).isEqualTo(score);
    }
}
