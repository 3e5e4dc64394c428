package io.timbre.networks.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How much of the input one cell of a layer's output sees, in cells of the input, and how far neighbouring cells lie
 * apart there. True sizes: {@code size + (kernel - 1) stride} at each kernel, {@code stride} times the kernel's at each
 * stride. A cell at the edge sees padding for a part of it. That a normalisation sees the whole does not count.
 *
 * @see "W. Luo et al., Understanding the Effective Receptive Field in Deep Convolutional Neural Networks, NIPS 2016"
 */
public record ReceptiveField(Size size, Size stride) {

    /** What a cell of the input sees of it. */
    static final ReceptiveField ONE_CELL = new ReceptiveField(Size.square(1), Size.square(1));

    /**
     * After each layer, in order; empty where cells no longer stand for places of the input, such as after a recurrent or
     * a fully connected layer, or for more than one kind of place, such as after branches.
     *
     * @param layers from the input on, such as those of a network or, where it begins with branches, of one branch
     */
    public static List<Optional<ReceptiveField>> after(List<Layer> layers) {
        var fields = new ArrayList<Optional<ReceptiveField>>(layers.size());
        var field = Optional.of(ONE_CELL);
        for (var layer : layers) {
            field = field.flatMap(before -> before.after(layer));
            fields.add(field);
        }
        return fields;
    }

    /** After one more layer. */
    Optional<ReceptiveField> after(Layer layer) {
        return switch (layer) {
            case Convolution convolution -> Optional.of(after(convolution.kernel(), convolution.stride()));
            case AveragePool(Size window) -> Optional.of(after(window, window));
            case MaxPool(Size window) -> Optional.of(after(window, window));
            case Logarithm ignored -> Optional.of(this);
            case Relu ignored -> Optional.of(this);
            case LeakyRelu ignored -> Optional.of(this);
            case Tanh ignored -> Optional.of(this);
            case Dropout ignored -> Optional.of(this);
            case SegmentNormalisation ignored -> Optional.of(this);
            case Standardisation ignored -> Optional.of(this);
            case BatchNormalisation ignored -> Optional.of(this);
            case Part ignored -> whereUntouched();
            case Reshape ignored -> whereUntouched();
            case BandsAsSteps ignored -> Optional.empty();
            case Branches ignored -> Optional.empty();
            case GaborBank ignored -> Optional.empty(); // coarse rows see more than fine ones
            case Flatten ignored -> Optional.empty();
            case FramesAsSteps ignored -> Optional.empty();
            case FullyConnected ignored -> Optional.empty();
            case GlobalAveragePool ignored -> Optional.empty();
            case LastStep ignored -> Optional.empty();
            case MaxOverTime ignored -> Optional.empty();
            case Recurrent ignored -> Optional.empty();
            case Upsampling ignored -> Optional.empty();
        };
    }

    private Optional<ReceptiveField> whereUntouched() {
        return Optional.of(this).filter(ONE_CELL::equals);
    }

    private ReceptiveField after(Size kernel, Size step) {
        return new ReceptiveField(
                new Size(
                        size.height() + (kernel.height() - 1) * stride.height(),
                        size.width() + (kernel.width() - 1) * stride.width()),
                new Size(stride.height() * step.height(), stride.width() * step.width()));
    }
}
