package io.timbre.networks.zoo;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.table.BatchNormalisation;
import io.timbre.networks.table.Branches;
import io.timbre.networks.table.Convolution;
import io.timbre.networks.table.Dropout;
import io.timbre.networks.table.Flatten;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.LastStep;
import io.timbre.networks.table.Layer;
import io.timbre.networks.table.LeakyRelu;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Part;
import io.timbre.networks.table.Recurrent;
import io.timbre.networks.table.Recurrent.Cell;
import io.timbre.networks.table.Relu;
import io.timbre.networks.table.Reshape;
import io.timbre.networks.table.Size;
import io.timbre.networks.table.Tanh;
import io.timbre.networks.table.Upsampling;
import java.util.ArrayList;
import java.util.List;

/**
 * Lee's LSTM on mel spectrograms, {@code (frames, 128) -> (classes)}, and the generative adversarial networks that make
 * more of them.
 *
 * <p>Of the paper's pair we know that the generator ends in a tanh and that neither half is told the genre; how large its
 * layers were we do not know, and these are small. The conditional pair differs in nothing but the genre that both halves
 * are told, one-hot, behind what they take otherwise.
 *
 * @see "A. Radford, L. Metz, S. Chintala, Unsupervised Representation Learning with Deep Convolutional Generative
 *     Adversarial Networks, ICLR 2016"
 * @see "M. Mirza, S. Osindero, Conditional Generative Adversarial Nets, arXiv:1411.1784"
 */
public final class Lee {

    /** Mel bands. */
    public static final int BANDS = 128;

    /** About four seconds. */
    public static final int FRAMES = 174;

    /** Random numbers that a generated spectrogram is made from. */
    public static final int NOISE = 64;

    /** How much coarser than the spectrogram the generator begins, in frames and in bands. */
    private static final int COARSENESS = 4;

    private Lee() {}

    /** Twice an LSTM of 256, ReLU, batch normalisation, dropout 0.3. */
    public static Network lstm(int frames, int classes) {
        return new Network(
                "lee-lstm",
                new Shape(frames, BANDS),
                List.<Layer>of(
                        new Recurrent(Cell.LSTM, 256),
                        new Relu(),
                        new BatchNormalisation(),
                        new Dropout(0.3f),
                        new Recurrent(Cell.LSTM, 256),
                        new LastStep(),
                        new Relu(),
                        new BatchNormalisation(),
                        new Dropout(0.3f),
                        new FullyConnected(classes)));
    }

    /** {@code (64) -> (frames, 128)}, each value between -1 and 1. */
    public static Network generator(int frames) {
        return generator("lee-generator", NOISE, frames);
    }

    /** {@code (64 + classes) -> (frames, 128)}, each value between -1 and 1. */
    public static Network conditionalGenerator(int frames, int classes) {
        return generator("lee-conditional-generator", NOISE + classes, frames);
    }

    /** {@code (frames, 128) -> (1)}: the logit of being real. */
    public static Network discriminator(int frames) {
        return discriminator(
                "lee-discriminator", new Shape(frames, BANDS), List.of(new Reshape(new Shape(1, frames, BANDS))));
    }

    /**
     * {@code (128 frames + classes) -> (1)}: the logit of being real and of this genre. The genre becomes a second picture
     * beside the spectrogram.
     */
    public static Network conditionalDiscriminator(int frames, int classes) {
        int cells = frames * BANDS;
        return discriminator(
                "lee-conditional-discriminator",
                new Shape(cells + classes),
                List.of(
                        new Branches(List.of(
                                List.of(new Part(0, cells)),
                                List.of(new Part(cells, classes), new FullyConnected(cells)))),
                        new Reshape(new Shape(2, frames, BANDS))));
    }

    private static Network generator(String name, int inputs, int frames) {
        int coarseFrames = Math.ceilDiv(frames, COARSENESS);
        var coarse = new Shape(16, coarseFrames, BANDS / COARSENESS);
        return new Network(
                name,
                new Shape(inputs),
                List.of(
                        new FullyConnected((int) coarse.size()),
                        new Reshape(coarse),
                        new BatchNormalisation(),
                        new Relu(),
                        new Upsampling(2),
                        Convolution.same(8, 3),
                        new BatchNormalisation(),
                        new Relu(),
                        new Upsampling(2),
                        Convolution.same(1, 3),
                        new Flatten(),
                        new Part(0, frames * BANDS), // up to three frames too many
                        new Reshape(new Shape(frames, BANDS)),
                        new Tanh()));
    }

    private static Network discriminator(String name, Shape input, List<Layer> picture) {
        var layers = new ArrayList<>(picture);
        layers.addAll(List.of(
                halving(8), // frames / 2 x 64
                new LeakyRelu(0.2f),
                halving(16), // frames / 4 x 32
                new LeakyRelu(0.2f),
                new Flatten(),
                new FullyConnected(1)));
        return new Network(name, input, layers);
    }

    private static Convolution halving(int filters) {
        return new Convolution(filters, Size.square(4), Size.square(2), Size.square(1));
    }
}
