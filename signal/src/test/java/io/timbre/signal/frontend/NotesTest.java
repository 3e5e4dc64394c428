package io.timbre.signal.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.timbre.signal.frontend.NotesParameters.Part;
import io.timbre.signal.frontend.UnusableAudioException.Fault;
import io.timbre.signal.score.Melody;
import io.timbre.signal.score.Note;
import io.timbre.signal.score.Score;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotesTest {
    private static final Note FLUTE = new Note(1, 0.5, 72, 80, 1, 73, 2);
    private static final Note PIANO_HIGH = new Note(0.25, 0.5, 67, 80, 0, 0, 1);
    private static final Note PIANO_LOW = new Note(0.25, 0.75, 60, 80, 0, 0, 1);
    private static final Note DRUM = new Note(0, 0, 36, 80, Note.PERCUSSION_CHANNEL, 0, 0);
    private static final Score SCORE = new Score(List.of(FLUTE, PIANO_HIGH, PIANO_LOW, DRUM), 2);

    @Test
    void givesPitchesInTheOrderOfOnsetsAndChordsFromTheLowestUp() throws Exception {
        Features features = notes(3, Part.PITCHED, false).transform(SCORE);

        assertThat(features.values()).containsExactly(60, 67, 72);
        assertThat(features.shape()).containsExactly(3, 1);
    }

    @Test
    void givesStepAndDurationBesideThePitch() throws Exception {
        Features features = notes(4, Part.ALL, true).transform(SCORE);

        assertThat(features.values()).containsExactly(36, 0, 0, 60, 0.25f, 0.75f, 67, 0, 0.5f, 72, 0.75f, 0.5f);
        assertThat(features.shape()).containsExactly(4, 3);
    }

    @Test
    void saysWhichNotesItHeard() throws Exception {
        assertThat(notes(2, Part.PITCHED, false).heard(SCORE)).containsExactly(PIANO_LOW, PIANO_HIGH);
    }

    @Test
    void countsPercussionWhenAsked() throws Exception {
        assertThat(notes(4, Part.ALL, false).transform(SCORE).values()).containsExactly(36, 60, 67, 72);
    }

    @Test
    void followsTheFirstInstrumentWhenAsked() throws Exception {
        assertThat(notes(1, Part.FIRST_INSTRUMENT, false).transform(SCORE).values())
                .containsExactly(36);
        assertThat(notes(2, Part.FIRST_INSTRUMENT, false)
                        .transform(new Score(List.of(FLUTE, PIANO_HIGH, PIANO_LOW), 2))
                        .values())
                .containsExactly(60, 67);
    }

    @Test
    void knowsAnInstrumentByTrackChannelAndProgram() throws Exception {
        // The first note of the lowest track is not the first of the score; two others share its track.
        var first = new Note(2, 1, 50, 80, 0, 0, 0);
        var otherChannel = new Note(3, 1, 51, 80, 1, 0, 0);
        var otherProgram = new Note(4, 1, 52, 80, 0, 5, 0);
        var score = new Score(List.of(FLUTE, first, otherChannel, otherProgram), 5);

        assertThat(notes(1, Part.FIRST_INSTRUMENT, false).transform(score).values())
                .containsExactly(50);
        assertThatExceptionOfType(UnusableAudioException.class)
                .isThrownBy(() -> notes(2, Part.FIRST_INSTRUMENT, false).transform(score))
                .withMessage("1 notes, but 2 are wanted");
    }

    @Test
    void takesNoMoreThanItsNumberFromAWholeScore() throws Exception {
        Features features = Notes.standard().transform(Score.of(Melody.compose(1, 60)));

        assertThat(features.shape()).containsExactly(100, 1);
        assertThat(features.values()[0]).isBetween(21f, 108f);
    }

    @Test
    void refusesScoresOfFewerNotes() {
        assertThatExceptionOfType(UnusableAudioException.class)
                .isThrownBy(() -> Notes.standard().transform(SCORE))
                .withMessage("3 notes, but 100 are wanted")
                .extracting(UnusableAudioException::fault)
                .isEqualTo(Fault.TOO_SHORT);
    }

    @Test
    void refusesToCountNoNotes() {
        assertThatIllegalArgumentException().isThrownBy(() -> notes(0, Part.ALL, false));
    }

    @Test
    void hasAFingerprintThatChangesWithEachParameter() {
        assertThat(List.of(
                        Notes.standard().fingerprint(),
                        notes(99, Part.PITCHED, false).fingerprint(),
                        notes(100, Part.ALL, false).fingerprint(),
                        notes(100, Part.PITCHED, true).fingerprint()))
                .doesNotHaveDuplicates();
        assertThat(Notes.standard().fingerprint())
                .isEqualTo(notes(100, Part.PITCHED, false).fingerprint());
        assertThat(Notes.standard().name()).isEqualTo("notes-100");
    }

    private static Notes notes(int notes, Part part, boolean timing) {
        return new Notes(new NotesParameters(notes, part, timing));
    }
}
