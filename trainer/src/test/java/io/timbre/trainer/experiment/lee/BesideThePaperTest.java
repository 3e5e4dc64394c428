package io.timbre.trainer.experiment.lee;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.trainer.experiment.Section.Figure;
import org.junit.jupiter.api.Test;

class BesideThePaperTest {

    @Test
    void saysHowMuchThePapersTracksLeaveOpen() {
        // p = 53 / 101, n = 101, z = 1.96: (p + z² / 2n ± z √(p (1 - p) / n + z² / 4n²)) / (1 + z² / n)
        assertThat(PaperFigure.ALONE.words()).isEqualTo("52.48 % (53 of 101 tracks: 42.8 to 61.9 %)");
        assertThat(PaperFigure.GENERATED.words()).isEqualTo("58.42 % (59 of 101 tracks: 48.7 to 67.5 %)");
    }

    @Test
    void saysWhereOursLies() {
        assertThat(beside(percent(40, 50), percent(45, 60)))
                .startsWith(
                        "Under the paper's protocol the LSTM alone has 45 % (40 to 50 %), below the paper's 52.48 %")
                // 120 epochs of 22 batches
                .contains("had 2640 steps on 699 tracks of 4 s, ours 60 on 295 of 2 s.");
        assertThat(beside(percent(40, 60), percent(40, 60))).contains("), not to be told from the paper's");
        assertThat(beside(percent(53, 60), percent(40, 60))).contains("), above the paper's");
    }

    @Test
    void saysThatThereIsMoreInTheTracksOnlyWhereThereIs() {
        assertThat(beside(percent(40, 50), percent(51, 60)))
                .endsWith(
                        "has 55.50 % (51 to 60 %) on the same tracks: there is more in them than the LSTM has found.\n");
        assertThat(beside(percent(40, 50), percent(49, 60))).endsWith(" on the same tracks.\n");
    }

    private static String beside(Figure alone, Figure baseline) {
        return new BesideThePaper(alone, baseline, 295, 60).inWords();
    }

    private static Figure percent(double low, double high) {
        return new Figure((low + high) / 2, "%", low, high, 100);
    }
}
