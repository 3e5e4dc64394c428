package io.timbre.networks.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.table.Recurrent.Cell;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LayerTest {

    private static final Shape PICTURE = new Shape(2, 6, 10);
    private static final Shape SEQUENCE = new Shape(7, 4);
    private static final Shape VECTOR = new Shape(9);

    static Stream<Arguments> shapesAndCounts() {
        return Stream.of(
                // (6 + 2 x 1 - 3) / 2 + 1 = 3, (10 + 0 - 4) / 3 + 1 = 3; 5 (2 x 3 x 4 + 1)
                arguments(
                        new Convolution(5, new Size(3, 4), new Size(2, 3), new Size(1, 0)),
                        PICTURE,
                        new Shape(5, 3, 3),
                        125),
                arguments(new MaxPool(4), PICTURE, new Shape(2, 1, 2), 0),
                arguments(new MaxPool(new Size(1, 3)), PICTURE, new Shape(2, 6, 3), 0),
                arguments(new AveragePool(new Size(3, 2)), PICTURE, new Shape(2, 2, 5), 0),
                arguments(new GaborBank(), new Shape(1, 44, 25), new Shape(32, 51, 5), 0), // 40 + 44 / 4
                arguments(new Logarithm(1), PICTURE, PICTURE, 0),
                arguments(new SegmentNormalisation(), PICTURE, PICTURE, 0),
                arguments(new GlobalAveragePool(), PICTURE, new Shape(2), 0),
                arguments(new Upsampling(3), PICTURE, new Shape(2, 18, 30), 0),
                arguments(new Flatten(), PICTURE, new Shape(120), 0),
                arguments(new Flatten(), SEQUENCE, new Shape(28), 0),
                arguments(new FramesAsSteps(), PICTURE, new Shape(10, 12), 0),
                arguments(new BandsAsSteps(), new Shape(1, 6, 10), new Shape(6, 10), 0),
                arguments(new Reshape(new Shape(3, 3, 1)), VECTOR, new Shape(3, 3, 1), 0),
                arguments(new Part(2, 7), VECTOR, new Shape(7), 0),
                arguments(new FullyConnected(3), VECTOR, new Shape(3), 30), // 3 (9 + 1)
                arguments(new LastStep(), SEQUENCE, new Shape(4), 0),
                arguments(new MaxOverTime(), SEQUENCE, new Shape(4), 0),
                arguments(new Recurrent(Cell.RNN_TANH, 5), SEQUENCE, new Shape(7, 5), 55), // 5 (4 + 5 + 2)
                arguments(new Recurrent(Cell.RNN_RELU, 5), SEQUENCE, new Shape(7, 5), 55),
                arguments(new Recurrent(Cell.GRU, 5), SEQUENCE, new Shape(7, 5), 165), // 3 gates
                arguments(new Recurrent(Cell.LSTM, 5), SEQUENCE, new Shape(7, 5), 220), // 4 gates
                arguments(new BatchNormalisation(), PICTURE, PICTURE, 8), // four a channel
                arguments(new BatchNormalisation(), SEQUENCE, SEQUENCE, 16), // four a value
                arguments(new BatchNormalisation(), VECTOR, VECTOR, 36),
                arguments(new Standardisation(), PICTURE, PICTURE, 12), // two a band
                arguments(new Standardisation(), SEQUENCE, SEQUENCE, 8), // two a value
                arguments(new Standardisation(), VECTOR, VECTOR, 18),
                arguments(new Relu(), SEQUENCE, SEQUENCE, 0),
                arguments(new LeakyRelu(0.2f), PICTURE, PICTURE, 0),
                arguments(new Tanh(), VECTOR, VECTOR, 0),
                arguments(new Dropout(0.3f), PICTURE, PICTURE, 0),
                // 4 + 9 values; nothing and 9 (9 + 1)
                arguments(
                        new Branches(List.of(List.of(new Part(5, 4)), List.of(new FullyConnected(9)))),
                        VECTOR,
                        new Shape(13),
                        90),
                // a branch without layers hands on what comes in
                arguments(new Branches(List.of(List.of(), List.of(new Tanh()))), VECTOR, new Shape(18), 0));
    }

    @ParameterizedTest
    @MethodSource("shapesAndCounts")
    void saysWhatComesOutAndHowManyNumbersItHolds(Layer layer, Shape input, Shape output, long parameters) {
        assertThat(layer.outputShape(input)).isEqualTo(output);
        assertThat(layer.parameterCount(input)).isEqualTo(parameters);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(new MaxOverTime(), VECTOR, "MaxOverTime[] takes (T, D): was (9)"),
                arguments(new LastStep(), PICTURE, "LastStep[] takes (T, D): was (2, 6, 10)"),
                arguments(new Recurrent(Cell.GRU, 5), VECTOR, "Recurrent[cell=GRU, units=5] takes (T, D): was (9)"),
                arguments(new FramesAsSteps(), SEQUENCE, "FramesAsSteps[] takes (C, H, W): was (7, 4)"),
                arguments(new BandsAsSteps(), PICTURE, "BandsAsSteps[] takes (1, H, W): was (2, 6, 10)"),
                arguments(new GlobalAveragePool(), VECTOR, "GlobalAveragePool[] takes (C, H, W): was (9)"),
                arguments(new Upsampling(2), VECTOR, "Upsampling[factor=2] takes (C, H, W): was (9)"),
                arguments(new Part(3, 7), VECTOR, "Part[from=3, length=7] reaches beyond (9)"),
                arguments(new Part(0, 7), SEQUENCE, "Part[from=0, length=7] takes (D): was (7, 4)"),
                arguments(
                        new Reshape(new Shape(2, 5)), VECTOR, "Reshape[shape=(2, 5)] must have as many values as (9)"),
                arguments(
                        Convolution.valid(5, new Size(7, 2), Size.square(1)),
                        PICTURE,
                        "Convolution[filters=5, kernel=7x2, stride=1x1, padding=0x0] leaves nothing of (2, 6, 10)"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void saysWhatItCannotTake(Layer layer, Shape input, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> layer.outputShape(input))
                .withMessage(message);
    }

    static Stream<Arguments> senseless() {
        return Stream.of(
                refused(() -> new Recurrent(Cell.LSTM, 0), "units must be > 0: was 0"),
                refused(() -> new Upsampling(0), "factor must be > 0: was 0"),
                refused(() -> new Part(-1, 2), "from must be >= 0: was -1"),
                refused(() -> new Part(0, 0), "length must be > 0: was 0"),
                refused(() -> new LeakyRelu(1), "slope must be in [0, 1): was 1.0"),
                refused(() -> new LeakyRelu(Float.NaN), "slope must be in [0, 1): was NaN"),
                refused(() -> new Dropout(-0.1f), "rate must be in [0, 1): was -0.1"),
                refused(() -> new Branches(List.of(List.of())), "branches must be at least two: were 1"),
                refused(() -> Convolution.valid(5, Size.square(3), new Size(1, 0)), "stride width must be > 0: was 0"));
    }

    @ParameterizedTest
    @MethodSource("senseless")
    void refusesNumbersWithoutSense(ThrowingCallable making, String message) {
        assertThatIllegalArgumentException().isThrownBy(making).withMessage(message);
    }

    private static Arguments refused(ThrowingCallable making, String message) {
        return arguments(making, message);
    }
}
