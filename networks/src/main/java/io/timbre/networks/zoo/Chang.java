package io.timbre.networks.zoo;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.table.Branches;
import io.timbre.networks.table.Convolution;
import io.timbre.networks.table.Dropout;
import io.timbre.networks.table.Flatten;
import io.timbre.networks.table.FramesAsSteps;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.Layer;
import io.timbre.networks.table.MaxOverTime;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Part;
import io.timbre.networks.table.Recurrent;
import io.timbre.networks.table.Recurrent.Cell;
import io.timbre.networks.table.Relu;
import io.timbre.networks.table.Reshape;
import io.timbre.networks.table.Size;
import io.timbre.networks.table.Standardisation;
import java.util.ArrayList;
import java.util.List;

/**
 * Chang's networks: one for a row of a table of descriptors, two for the emotions of CAL500.
 *
 * <p>The two have two inputs, which lie in one vector: a picture of the song and a row of descriptors of it. Each ends in
 * one logit an emotion.
 *
 * <p>The paper gives the kinds of layers, the sizes of the CNN's kernel and stride and its five channels. The units of the
 * LSTMs and of the fully connected layers are not known; those here are ours.
 */
public final class Chang {

    /** Columns of the table that are numbers and no names. */
    public static final int DESCRIPTORS = 14;

    /** Bands and frames of a picture of a whole song. */
    public static final Size PICTURE = new Size(128, 248);

    /** Descriptors of a song of CAL500. */
    public static final int SONG_DESCRIPTORS = 68;

    /** Cells of the picture, with which an input begins; the descriptors follow. */
    public static final int PICTURE_CELLS = PICTURE.height() * PICTURE.width();

    private static final int CHANNELS = 5;

    private Chang() {}

    /** Descriptors, standardised; 128, ReLU; 64, ReLU. */
    public static Network mlp(int descriptors, int classes) {
        return new Network(
                "chang-mlp",
                new Shape(descriptors),
                List.of(
                        new Standardisation(),
                        new FullyConnected(128),
                        new Relu(),
                        new FullyConnected(64),
                        new Relu(),
                        new FullyConnected(classes)));
    }

    /** Ours, for the same rows: 256, 256, 128, each with ReLU and dropout 0.3. */
    public static Network mlpWithDropout(int descriptors, int classes) {
        var layers = new ArrayList<Layer>(List.of(new Standardisation()));
        for (int units : new int[] {256, 256, 128}) {
            layers.addAll(List.of(new FullyConnected(units), new Relu(), new Dropout(0.3f)));
        }
        layers.add(new FullyConnected(classes));
        return new Network("chang-mlp-dropout", new Shape(descriptors), layers);
    }

    /** Logistic regression on the descriptors of a song, standardised; the picture is not looked at. */
    public static Network logistic(int emotions) {
        return new Network(
                "chang-logistic",
                new Shape(PICTURE_CELLS + SONG_DESCRIPTORS),
                List.of(
                        new Standardisation(),
                        new Part(PICTURE_CELLS, SONG_DESCRIPTORS),
                        new FullyConnected(emotions)));
    }

    /** An MLP over the descriptors beside an LSTM over the frames of the picture, its largest values over time. */
    public static Network mlpLstm(int emotions) {
        return network(
                "chang-mlp-lstm",
                List.of(new Part(PICTURE_CELLS, SONG_DESCRIPTORS), new FullyConnected(64), new Relu()),
                emotions);
    }

    /**
     * A CNN over the picture beside an LSTM over its frames, its largest values over time. The kernel is a quarter of the
     * picture in each dimension, the stride half a kernel.
     */
    public static Network cnnLstm(int emotions) {
        var kernel = new Size(PICTURE.height() / 4, PICTURE.width() / 4);
        var stride = new Size(kernel.height() / 2, kernel.width() / 2);
        return network(
                "chang-cnn-lstm",
                List.of(
                        new Part(0, PICTURE_CELLS),
                        picture(),
                        Convolution.valid(CHANNELS, kernel, stride), // 5 x 7 x 7
                        new Relu(),
                        new Flatten()),
                emotions);
    }

    private static Network network(String name, List<Layer> first, int emotions) {
        List<Layer> second = List.of(
                new Part(0, PICTURE_CELLS),
                picture(),
                new FramesAsSteps(), // 248 x 128
                new Recurrent(Cell.LSTM, 64),
                new MaxOverTime());
        return new Network(
                name,
                new Shape(PICTURE_CELLS + SONG_DESCRIPTORS),
                List.of(
                        new Standardisation(),
                        new Branches(List.of(first, second)),
                        new FullyConnected(64),
                        new Relu(),
                        new FullyConnected(emotions)));
    }

    private static Reshape picture() {
        return new Reshape(new Shape(1, PICTURE.height(), PICTURE.width()));
    }
}
