package io.timbre.trainer.experiment.lee;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.trainer.experiment.lee.Trial.Made;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorthTest {

    private final Worth worth = new Worth(List.of(outcome(
            trial(new Evidence(-80, -1, 0.5, 0.5, 6, 8), new Evidence(-0.5, 0.1, 0.2, 0.4, 30, 2)),
            trial(new Evidence(-60, 0, 0.7, 0.5, 6, 8), new Evidence(-0.1, 0.9, 0.4, 0.8, 40, 0)))));

    @Test
    void saysTheRangeOfAllRunsAndTheMeanOfTheRest() {
        assertThat(worth.words().markdown())
                .contains("- real test tracks, as published: values from -80.0 to 0.0 dB; "
                        + "the judge hears what the label says in 60.0 %")
                .contains("- published GAN, as published: values from -0.5 to 0.9 dB; "
                        + "the judge hears what the label says in 30.0 %; the discriminator's last loss: 0.250");
        assertThat(worth.table().rows())
                .containsExactly(
                        List.of("as published", "real test tracks", "-80.0", "0.0", "60.0", "50.0", "6.0", "8.0", "–"),
                        List.of(
                                "as published",
                                "published GAN",
                                "-0.5",
                                "0.9",
                                "30.0",
                                "60.0",
                                "35.0",
                                "1.0",
                                "0.250"));
    }

    private static Outcome outcome(Trial... trials) {
        return new Outcome(Plan.all(Levels.dataset(6), Budget.quick(), 1).getFirst(), List.of(trials));
    }

    private static Trial trial(Evidence real, Evidence made) {
        var published = new Made(Pair.PUBLISHED, made, List.of(), new double[] {0.25}, new double[] {1});
        return new Trial(Map.of(), List.of(), List.of(), real, List.of(), List.of(published));
    }
}
