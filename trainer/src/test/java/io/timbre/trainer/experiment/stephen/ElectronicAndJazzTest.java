package io.timbre.trainer.experiment.stephen;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.MidiGenres;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ElectronicAndJazzTest {

    private static final float[] NO_NOTES = new float[(int) MidiGenres.NOTES.size()];

    @Test
    void drawsJazzToThePapersShareAndKeepsAllElectronicPieces() {
        // 100 * 0.7599 / 0.2401 = 316.5
        var all = dataset(600, 100);
        var drawn = ElectronicAndJazz.asPublished(all, 1);

        assertThat(drawn.examples()).hasSize(316 + 100);
        assertThat(drawn.examples().stream().filter(example -> example.label() == 1))
                .hasSize(100);
        assertThat(ElectronicAndJazz.asPublished(all, 1).examples()).isEqualTo(drawn.examples());
        assertThat(ElectronicAndJazz.asPublished(all, 2).examples()).isNotEqualTo(drawn.examples());
    }

    @Test
    void keepsAllWhereThereIsTooLittleJazz() {
        assertThat(ElectronicAndJazz.asPublished(dataset(50, 100), 1).examples())
                .hasSize(150);
    }

    private static Dataset dataset(int jazz, int electronic) {
        var examples = new ArrayList<Example>();
        for (int n = 0; n < jazz + electronic; n++) {
            examples.add(Example.ofClass("c/" + n, NO_NOTES, n < jazz ? 0 : 1, 2, Map.of()));
        }
        return new Dataset("test", MidiGenres.NOTES, List.of("jazz", "electronic"), examples);
    }
}
