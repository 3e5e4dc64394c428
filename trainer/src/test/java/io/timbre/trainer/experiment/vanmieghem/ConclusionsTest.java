package io.timbre.trainer.experiment.vanmieghem;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.trainer.experiment.Section.Figure;
import io.timbre.trainer.experiment.Section.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConclusionsTest {

    private static final Standing REACHED =
            new Standing("dense", 42, of(60, 50, 70), 90, of(40, 30, 49), of(35, 20, 50));
    private static final Standing MISSED = new Standing("CNN", 89, of(80, 75, 85), 92, of(45, 35, 55), of(43, 30, 56));
    private static final Standing UNFITTED =
            new Standing("RNN", 80, of(70, 60, 81), 77, of(65, 55, 75), of(30, 20, 40));

    @Test
    void saysOfEachNetworkWhetherTheThesisFigureIsReached() {
        assertThat(REACHED.inWords()).contains("the thesis says 42 %; on its own protocol 60 % (50 to 70 %): reached.");
        assertThat(MISSED.inWords()).contains("80 % (75 to 85 %): missed, as all of the interval lies below.");
        assertThat(UNFITTED.inWords()).contains("70 % (60 to 81 %): not reached, but within the interval.");
    }

    @Test
    void saysHowMuchIsKnownSongs() {
        // 60 - 40, 80 - 45, 70 - 65; 60 of the last touches 75
        assertThat(text(REACHED, MISSED, UNFITTED))
                .contains("5.0 to 35.0 points go; in 2 of 3 networks the intervals do not touch: what goes there");
        assertThat(text(UNFITTED)).contains("in 0 of 1 networks the intervals do not touch.");
    }

    @Test
    void tellsNetworksThatKnowTheirTrainingPartFromThoseThatDoNot() {
        assertThat(text(REACHED, MISSED, UNFITTED))
                .contains("CNN (92.0 %): at least as good on the training segments")
                .contains("RNN (77.0 %): below the thesis' figure even on the training segments");
        assertThat(text(REACHED)).doesNotContain("Where it is missed");
    }

    @Test
    void callsTheBestOnUnheardArtistsBetterThanThePriorOnlyWhereItsIntervalIs() {
        assertThat(text(REACHED, MISSED, UNFITTED))
                .contains("CNN has most, 43 % (30 to 56 %)", "17.5 %, below the interval")
                .contains("1100 segments of 55 recordings");
        assertThat(text(new Standing("dense", 42, of(60, 50, 70), 90, of(40, 30, 49), of(20, 10, 30))))
                .contains("17.5 %, not below the interval");
    }

    private static String text(Standing... standings) {
        return ((Text) new Conclusions(List.of(standings), 55, 1100, 17.5).section()).markdown();
    }

    private static Figure of(double value, double low, double high) {
        return new Figure(value, "%", low, high, 100);
    }
}
