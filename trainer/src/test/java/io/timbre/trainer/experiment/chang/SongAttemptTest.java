package io.timbre.trainer.experiment.chang;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.networks.table.Standardisation;
import io.timbre.networks.zoo.Chang;
import org.junit.jupiter.api.Test;

class SongAttemptTest {

    @Test
    void beginsWithRawInputsAndEndsStandardised() {
        var steps = SongAttempt.steps("MLP-LSTM", Chang::mlpLstm);

        assertThat(steps.getFirst().network(174).layers().getFirst()).isNotInstanceOf(Standardisation.class);
        assertThat(steps.getLast().network(18).layers().getFirst()).isInstanceOf(Standardisation.class);
    }

    @Test
    void changesNothingElse() {
        var steps = SongAttempt.steps("CNN-LSTM", Chang::cnnLstm);
        var standardised = steps.getLast().network(18);
        var raw = steps.get(1).network(18);

        assertThat(raw.layers())
                .isEqualTo(
                        standardised.layers().subList(1, standardised.layers().size()));
        assertThat(steps.get(1).targets()).isEqualTo(steps.getLast().targets());
    }
}
