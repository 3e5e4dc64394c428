package io.timbre.signal.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.timbre.signal.score.Note;
import io.timbre.signal.score.Score;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class PianoRollPictureTest {
    private static final ColourScale WEIGHTS = new ColourScale(ColourTable.GREY, "saliency", new Range(0, 255));

    @Test
    void drawsHigherNotesHigherAndLaterOnesFurtherRight() {
        // C4 in the first half and C5 in the second half of two seconds.
        var score = new Score(List.of(note(0, 1, 60), note(1, 1, 72)), 2);
        var picture = new PianoRollPicture("Roll", score, new float[] {100, 200}, WEIGHTS);
        assertThat(at(picture, 0.5, 60)).isEqualTo(0x646464);
        assertThat(at(picture, 1.5, 72)).isEqualTo(0xc8c8c8);
        assertThat(at(picture, 1.3, 60)).isEqualTo(0xffffff);
        assertThat(at(picture, 0.3, 72)).isEqualTo(0xffffff);
        Plot plot = plot(picture);
        int topRow = plot.y + plot.height / 26;
        assertThat(rgb(picture.draw(Look.page()), (int) plot.across(0.75), topRow))
                .isEqualTo(0xc8c8c8);
    }

    @Test
    void drawsTheStrongestOfTwoNotesOnTop() {
        var score = new Score(List.of(note(0, 2, 60), note(0, 2, 60)), 2);
        assertThat(at(new PianoRollPicture("", score, new float[] {200, 100}, WEIGHTS), 1, 60))
                .isEqualTo(0xc8c8c8);
        assertThat(at(new PianoRollPicture("", score, new float[] {100, 200}, WEIGHTS), 1, 60))
                .isEqualTo(0xc8c8c8);
    }

    @Test
    void drawsADrumAsItsOnset() {
        var score = new Score(List.of(new Note(1, 1, 60, 127, 9, 0)), 2);
        PianoRollPicture picture = PianoRollPicture.ofVelocities("", score, ColourTable.GREY);
        assertThat(at(picture, 1, 60)).isEqualTo(0xffffff);
        assertThat(at(picture, 1.7, 60)).isEqualTo(at(picture, 0.3, 60));
    }

    @Test
    void staysWithinThePlotWhenANoteOutlastsTheScore() {
        var score = new Score(List.of(note(0, 4, 60)), 1);
        PianoRollPicture picture = PianoRollPicture.ofVelocities("", score, ColourTable.GREY);
        assertThat(ScoreExtent.of(score).seconds()).isEqualTo(4);
        Plot plot = plot(picture);
        int row = (int) plot.up(0.5 / 12);
        assertThat(rgb(picture.draw(Look.page()), plot.x + plot.width + 1, row)).isEqualTo(0xffffff);
    }

    @Test
    void namesTheKeys() {
        var extent = ScoreExtent.of(new Score(List.of(note(0, 1, 58), note(0, 1, 74)), 1));
        assertThat(extent.pitchAxis(80).ticks()).extracting(Tick::label).containsExactly("C4", "C5");
        // C4 is the third of 17 rows.
        assertThat(extent.pitchAxis(80).ticks().getFirst().at()).isEqualTo(2.5 / 17);
    }

    @Test
    void drawsAScoreWithoutNotes() {
        var empty = new Score(List.of(), 0);
        var extent = ScoreExtent.of(empty);
        assertThat(extent).isEqualTo(new ScoreExtent(1, 60, 12));
        BufferedImage image = PianoRollPicture.ofVelocities("Empty", empty, ColourTable.VIRIDIS)
                .draw(Look.page());
        assertThat(image.getWidth()).isEqualTo(900);
    }

    @Test
    void refusesWeightsThatAreNotOneANote() {
        var score = new Score(List.of(note(0, 1, 60)), 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PianoRollPicture("", score, new float[2], WEIGHTS))
                .withMessageContaining("were 2 for 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PianoRollPicture("", score, new float[] {Float.NaN}, WEIGHTS));
    }

    private static Note note(double onsetSeconds, double durationSeconds, int pitch) {
        return new Note(onsetSeconds, durationSeconds, pitch, 100, 0, 0);
    }

    private static Plot plot(PianoRollPicture picture) {
        var canvas = new Canvas(Look.page());
        return picture.plot(canvas, new ColourBar(canvas, picture.scale()), ScoreExtent.of(picture.score()));
    }

    private static int at(PianoRollPicture picture, double seconds, int pitch) {
        var extent = ScoreExtent.of(picture.score());
        Plot plot = plot(picture);
        return rgb(picture.draw(Look.page()), (int) plot.across(seconds / extent.seconds()), (int)
                plot.up(extent.bottom(pitch) + 0.5 / extent.keys()));
    }

    private static int rgb(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xffffff;
    }
}
