package io.timbre.trainer.experiment.lee;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.trainer.fit.EarlyStopping;
import org.junit.jupiter.api.Test;

class BudgetTest {

    @Test
    void givesMoreExamplesAsManyEpochsAndThusMoreSteps() {
        var budget = new Budget(10, 2, 5, 700, 1500, 6, 200);

        // 295 examples are 10 batches of 32, 1795 are 57
        assertThat(budget.steps(295)).isEqualTo(60);
        assertThat(budget.steps(295 + 1500)).isEqualTo(342);
        assertThat(budget.lstm(3).epochs()).isEqualTo(6);
        assertThat(budget.lstm(3).batchSize()).isEqualTo(32);
        assertThat(budget.lstm(3).stopping()).isEqualTo(EarlyStopping.never());
    }

    @Test
    void handsTheSeedOn() {
        assertThat(Budget.quick().lstm(3).seed()).isEqualTo(3);
        assertThat(Budget.quick().baseline(3).seed()).isEqualTo(3);
        assertThat(Budget.quick().pair(3).seed()).isEqualTo(3);
    }

    @Test
    void hasTenRunsOfEachProtocolWithThePapersNumbers() {
        assertThat(Budget.full().seeds()).isEqualTo(10);
        assertThat(Budget.full().dealings() * Budget.full().folds()).isEqualTo(10);
        assertThat(Budget.full().fewer()).isEqualTo(700);
        assertThat(Budget.full().more()).isEqualTo(1500);
    }
}
