package io.timbre.trainer.champion;

import io.timbre.trainer.fit.EarlyStopping;
import io.timbre.trainer.fit.FitSettings;
import io.timbre.trainer.fit.Loss;
import io.timbre.trainer.fit.Schedule;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Everything besides the data that has a say in what a training gives.
 *
 * @param network a name of the zoo
 * @param seed of weights, sampling, augmentation and dropout
 * @param epochs at most
 * @param batchesPerEpoch an epoch is so many batches; each genre is drawn equally often
 * @param batchSize segments a batch
 * @param learningRate the peak of the schedule
 * @param weightDecay L2 penalty that Adam adds to the gradient
 * @param patience epochs without a lower validation loss before it stops
 * @param mixUp parameter of the Beta distribution that mixes two segments, > 0; 0 mixes none
 * @param gainDb the level moves by up to so much, dB
 * @param tiltDb deviation of a smooth random equaliser, dB
 * @param maskedBands at most so many neighbouring bands are hidden
 * @param maskedFrames at most so many neighbouring frames are hidden
 */
public record TrainingSettings(
        String network,
        long seed,
        int epochs,
        int batchesPerEpoch,
        int batchSize,
        double learningRate,
        double weightDecay,
        int patience,
        double mixUp,
        double gainDb,
        double tiltDb,
        int maskedBands,
        int maskedFrames) {

    public TrainingSettings {
        requireAtLeast("epochs", epochs, 1);
        requireAtLeast("batchesPerEpoch", batchesPerEpoch, 1);
        requireAtLeast("batchSize", batchSize, 2);
        requireAtLeast("patience", patience, 1);
        requireAtLeast("mixUp", mixUp, 0);
        requireAtLeast("gainDb", gainDb, 0);
        requireAtLeast("tiltDb", tiltDb, 0);
        requireAtLeast("maskedBands", maskedBands, 0);
        requireAtLeast("maskedFrames", maskedFrames, 0);
        requireAtLeast("weightDecay", weightDecay, 0);
        if (!(learningRate > 0)) {
            throw new IllegalArgumentException("learningRate must be > 0: was " + learningRate);
        }
    }

    /** What the committed champion was trained with, but for its seed. */
    public static TrainingSettings standard() {
        return new TrainingSettings("short-chunk-cnn", 1, 80, 10, 32, 1e-3, 1e-4, 30, 0.3, 10, 3, 16, 16);
    }

    public TrainingSettings withSeed(long newSeed) {
        return new TrainingSettings(
                network,
                newSeed,
                epochs,
                batchesPerEpoch,
                batchSize,
                learningRate,
                weightDecay,
                patience,
                mixUp,
                gainDb,
                tiltDb,
                maskedBands,
                maskedFrames);
    }

    public TrainingSettings withEpochs(int newEpochs) {
        return new TrainingSettings(
                network,
                seed,
                newEpochs,
                batchesPerEpoch,
                batchSize,
                learningRate,
                weightDecay,
                patience,
                mixUp,
                gainDb,
                tiltDb,
                maskedBands,
                maskedFrames);
    }

    /** What the training core needs to know of these. */
    FitSettings fit() {
        return new FitSettings(
                seed,
                epochs,
                batchSize,
                Loss.SOFTMAX_CROSS_ENTROPY,
                learningRate,
                new Schedule.Cosine(),
                new EarlyStopping(patience, 0),
                weightDecay,
                0,
                false);
    }

    /** Every setting by its name in snake case, in the order of the declaration. */
    Map<String, String> asMap() {
        var map = new LinkedHashMap<String, String>();
        for (var component : TrainingSettings.class.getRecordComponents()) {
            try {
                map.put(
                        snakeCase(component.getName()),
                        String.valueOf(component.getAccessor().invoke(this)));
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("a record's own accessors are reachable and do not throw", e);
            }
        }
        return map;
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static void requireAtLeast(String name, double value, double least) {
        if (!(value >= least)) {
            throw new IllegalArgumentException(name + " must be >= " + least + ": was " + value);
        }
    }
}
