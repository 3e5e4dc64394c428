package io.timbre.trainer.experiment.lee;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.trainer.experiment.Section.Figure;
import java.util.List;
import org.junit.jupiter.api.Test;

class BesideThePaperTest {

    private static final String OVERLAP = "), which cannot be told apart (the intervals overlap) from the paper's";
    private static final Condition REPEATED_15 = new Condition.Repeated(15);

    @Test
    void saysHowMuchThePapersTracksLeaveOpen() {
        // p = 53 / 101, n = 101, z = 1.96: (p + z² / 2n ± z √(p (1 - p) / n + z² / 4n²)) / (1 + z² / n)
        assertThat(beside(percent(40, 50), percent(45, 60)))
                .contains("the paper's 52.48 % (53 of 101 tracks: 42.8 to 61.9 %). ")
                .contains("with its GAN is 58.42 % (59 of 101 tracks: 48.7 to 67.5 %): ");
    }

    @Test
    void saysWhereOursLies() {
        // 42.8 to 61.9 % of the paper
        assertThat(beside(percent(32, 42), percent(45, 60)))
                .startsWith(
                        "Under the paper's protocol the LSTM alone has 37 % (32 to 42 %), below the paper's 52.48 %")
                // 120 epochs of 22 batches
                .contains("had 2640 steps on 699 tracks of 4 s, ours 60 on 295 of 2 s.");
        assertThat(beside(percent(44, 50), percent(40, 60))).contains(OVERLAP);
        assertThat(beside(percent(53, 60), percent(40, 60))).contains(OVERLAP);
        assertThat(beside(percent(62, 66), percent(40, 60))).contains("), above the paper's");
    }

    @Test
    void saysThatMoreStepsMayBeWhatOursWants() {
        assertThat(beside(percent(32, 42), percent(45, 60)))
                .contains(" of 2 s. That ours is less may be for want of steps: 342 steps instead of 60 on the same"
                        + " tracks (+1500 real tracks repeated) come to 40 % (38 to 42 %). The paper's best");
        assertThat(beside(percent(42, 44), percent(45, 60)))
                .contains("for want of steps, although no more comes of more: 342 steps instead of 60");
        assertThat(beside(percent(53, 60), percent(45, 60))).as("not less").contains(" of 2 s. The paper's best");
    }

    @Test
    void countsTheStepsOfTheRun() {
        var outcome = OutcomeTest.ofFirstPlan();
        var beside = BesideThePaper.of(outcome, new Budget(2, 2, 3, 7, 40, 3, 1));

        // 18 tracks are one batch and 18 + 15 are two, three times each
        assertThat(beside.tracks()).isEqualTo(18);
        assertThat(beside.alone().steps()).isEqualTo(3);
        assertThat(beside.longer())
                .containsExactly(
                        new BesideThePaper.Fitted(REPEATED_15, Figure.accuracy(outcome.metrics(REPEATED_15)), 6));
    }

    @Test
    void saysThatThereIsMoreInTheTracksOnlyWhereThereIs() {
        assertThat(beside(percent(40, 50), percent(51, 60)))
                .endsWith("has 55.50 % (51 to 60 %) on the same tracks: there is more in them than the LSTM has"
                        + " found.\n");
        assertThat(beside(percent(40, 50), percent(49, 60))).endsWith(" on the same tracks.\n");
    }

    private static String beside(Figure alone, Figure baseline) {
        var longer = new BesideThePaper.Fitted(new Condition.Repeated(1500), percent(38, 42), 342);
        return new BesideThePaper(new BesideThePaper.Fitted(Condition.ALONE, alone, 60), List.of(longer), baseline, 295)
                .inWords();
    }

    private static Figure percent(double low, double high) {
        return new Figure((low + high) / 2, "%", low, high, 100);
    }
}
