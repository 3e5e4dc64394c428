package io.timbre.explain.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import io.timbre.explain.answer.Progress;
import io.timbre.explain.subject.ToyModel;
import io.timbre.networks.table.Convolution;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.GlobalAveragePool;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Relu;
import io.timbre.networks.table.Size;
import io.timbre.signal.frontend.StftMagnitude;
import io.timbre.signal.frontend.StftMagnitudeParameters;
import io.timbre.signal.score.ModelSignal;
import io.timbre.signal.score.ModelSignal.Chord;
import io.timbre.signal.score.ModelSignal.Instrument;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two features of magnitudes, which are never negative: one passes them on, the other takes what they rise by. */
class AttributeStudyTest {
    private static final StftMagnitude FRONT_END = new StftMagnitude(StftMagnitudeParameters.ofSeconds(2));
    private static final Set<Instrument> INSTRUMENTS =
            EnumSet.of(Instrument.SINE, Instrument.PIANO, Instrument.ELECTRIC_GUITAR);
    private static final Set<Chord> CHORDS = EnumSet.of(Chord.MAJOR, Chord.MINOR, Chord.DIMINISHED);

    /** 36 of the 224, which differ in each attribute. */
    private static final List<ModelSignal> SIGNALS = ModelSignal.all().stream()
            .filter(signal -> INSTRUMENTS.contains(signal.instrument()) && CHORDS.contains(signal.chord()))
            .toList();

    private static final int LEVEL = 0;
    private static final int RISE = 1;

    private static AttributeTable table = new AttributeTable(List.of());

    @BeforeAll
    static void study() {
        var network = new Network(
                "toy",
                new Shape(1, 257, 87),
                List.of(
                        new Convolution(2, new Size(1, 3), Size.square(1), new Size(0, 1)),
                        new Relu(),
                        new GlobalAveragePool(),
                        new FullyConnected(2)));
        float[] kernels = {0, 1, 0, -1, 1, 0};
        try (var model = ToyModel.of(network, kernels, new float[2], new float[4], new float[2])) {
            table = AttributeStudy.of(model.network(), FRONT_END, 2, SIGNALS, Progress.UNHEARD);
        }
    }

    @Test
    void findsInAFeatureThatPassesTheInputOnWhatIsInTheInput() {
        var input = table.rows().getFirst();
        var layer = table.rows().getLast();

        assertThat(layer.layer()).isEqualTo("conv1");
        for (var attribute : Attribute.values()) {
            assertThat(layer.values(attribute)[LEVEL])
                    .as("%s", attribute)
                    .isCloseTo(input.values(attribute)[0], within(1e-4))
                    .isBetween(0.0, 0.99);
        }
    }

    @Test
    void knowsTheFeatureThatFindsOnsets() {
        var layer = table.rows().getLast();

        assertThat(layer.onsetsByFeature()[RISE]).isGreaterThan(0.5);
        assertThat(layer.onsetsByFeature()[LEVEL]).isLessThan(0.3);
        assertThat(layer.onsetFinders()).isEqualTo("1 of 2");
        assertThat(Math.abs(layer.chance().mean())).isLessThan(0.1);
    }

    @Test
    void writesARowALayer() {
        assertThat(table.markdown().lines()).hasSize(4).last().asString().startsWith("| conv1 | 2 | ");
    }
}
