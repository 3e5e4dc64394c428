package io.timbre.networks.zoo;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.table.BatchNormalisation;
import io.timbre.networks.table.Dropout;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.LastStep;
import io.timbre.networks.table.Layer;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Recurrent;
import io.timbre.networks.table.Recurrent.Cell;
import io.timbre.networks.table.Relu;
import java.util.List;

/** Lee's LSTM on mel spectrograms, {@code (frames, 128) -> (classes)}. */
public final class Lee {

    /** Mel bands. */
    public static final int BANDS = 128;

    /** About four seconds. */
    public static final int FRAMES = 174;

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
}
