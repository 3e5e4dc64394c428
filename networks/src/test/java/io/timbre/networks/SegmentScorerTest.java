package io.timbre.networks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SegmentScorerTest {

    @Test
    void leavesNoArraysBehind() {
        try (var model = SeededModel.checkpoint(0).newModel()) {
            var scorer = new SegmentScorer(model, SeededModel.NETWORK);
            var segments = Arrays.asList(SeededModel.segments(1, 3));
            int held = model.getNDManager().getManagedArrays().size();
            for (int i = 0; i < 5; i++) {
                scorer.score(segments);
            }
            assertThat(model.getNDManager().getManagedArrays()).hasSize(held);
        }
    }
}
