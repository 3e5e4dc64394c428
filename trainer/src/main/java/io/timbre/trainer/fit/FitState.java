package io.timbre.trainer.fit;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a fit stands after an epoch: all that it takes to go on as if nothing had happened.
 *
 * @param memory what {@link Learner#memory} gave
 * @param best parameters of the best epoch; none before there is one
 */
@SuppressWarnings("ArrayRecordComponent") // written, read and never compared
record FitState(List<EpochFigures> epochs, List<float[]> memory, byte[] best) {

    void write(DataOutputStream out) throws IOException {
        out.writeInt(epochs.size());
        for (var epoch : epochs) {
            write(epoch, out);
        }
        out.writeInt(memory.size());
        for (var values : memory) {
            out.writeInt(values.length);
            for (float value : values) {
                out.writeFloat(value);
            }
        }
        out.writeInt(best.length);
        out.write(best);
    }

    static FitState read(DataInputStream in) throws IOException {
        var epochs = new ArrayList<EpochFigures>();
        for (int left = in.readInt(); left > 0; left--) {
            epochs.add(epoch(in));
        }
        var memory = new ArrayList<float[]>();
        for (int left = in.readInt(); left > 0; left--) {
            var values = new float[in.readInt()];
            for (int i = 0; i < values.length; i++) {
                values[i] = in.readFloat();
            }
            memory.add(values);
        }
        return new FitState(epochs, memory, in.readNBytes(in.readInt()));
    }

    private static void write(EpochFigures epoch, DataOutputStream out) throws IOException {
        out.writeInt(epoch.number());
        out.writeInt(epoch.of());
        out.writeDouble(epoch.trainingLoss());
        out.writeDouble(epoch.trainingAccuracy());
        out.writeDouble(epoch.validationLoss());
        out.writeDouble(epoch.validationAccuracy());
        out.writeDouble(epoch.learningRate());
        out.writeBoolean(epoch.best());
    }

    private static EpochFigures epoch(DataInputStream in) throws IOException {
        return new EpochFigures(
                in.readInt(),
                in.readInt(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readBoolean());
    }
}
