package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.inference.Champion;
import io.timbre.signal.frontend.LogMel;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The model and the front end live in modules that do not know each other: here they meet. */
class ChampionTest {
    @Test
    void theModelThatShipsWasTrainedOnTheFrontEndThatRuns() {
        var trainedOn = Champion.checkpoint().description().frontEnd();
        var frontEnd = LogMel.standard();

        assertThat(trainedOn.name()).isEqualTo(frontEnd.name());
        assertThat(trainedOn.fingerprint()).isEqualTo(frontEnd.fingerprint());
        assertThat(trainedOn.segmentShape())
                .isEqualTo(Arrays.stream(frontEnd.segmentShape()).boxed().toList());
    }
}
