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
 * @param batchSize rows a batch, outliers among them
 * @param learningRate the peak of the schedule
 * @param clipNorm the gradient is scaled down to this norm where it is longer; 0 never
 * @param averaging share of the running mean of the weights that is kept at a step; 0 for the weights of the last
 * @param folds so many networks are trained without a part each of the training and validation tracks, which they
 *     calibrate, and then one on all; 0 to train on the training tracks and choose the epoch by the validation tracks
 * @param patience epochs without a lower validation loss before it stops, where there are no folds
 * @param mixUp parameter of the Beta distribution that mixes two segments, > 0; 0 mixes none
 * @param outliers rows of a batch that are no music and should be taken for nothing
 * @param plainSegments so many segments are spread over each track
 * @param changedSegments and so many are taken from random places and changed
 */
public record TrainingSettings(
        String network,
        long seed,
        int epochs,
        int batchesPerEpoch,
        int batchSize,
        double learningRate,
        double clipNorm,
        double averaging,
        int folds,
        int patience,
        double mixUp,
        int outliers,
        int plainSegments,
        int changedSegments,
        AugmentationSettings augmentation) {

    private static final String NETWORK = "gabor-mlp";
    private static final double NO_WEIGHT_DECAY = 0;

    public TrainingSettings {
        requireAtLeast("epochs", epochs, 1);
        requireAtLeast("batchesPerEpoch", batchesPerEpoch, 1);
        requireAtLeast("outliers", outliers, 0);
        requireAtLeast("plainSegments", plainSegments, 1);
        requireAtLeast("changedSegments", changedSegments, 0);
        requireAtLeast("batchSize", batchSize, outliers + 2);
        requireAtLeast("clipNorm", clipNorm, 0);
        requireAtLeast("averaging", averaging, 0);
        requireAtLeast("patience", patience, 1);
        requireAtLeast("mixUp", mixUp, 0);
        if (folds != 0) {
            requireAtLeast("folds", folds, 3);
        }
        if (!(learningRate > 0)) {
            throw new IllegalArgumentException("learningRate must be > 0: was " + learningRate);
        }
    }

    /** What the committed champion was trained with, but for its seed. */
    public static TrainingSettings standard() {
        return new TrainingSettings(
                NETWORK, 1, 15, 70, 184, 1e-3, 5, 0.99, 5, 15, 0.4, 64, 8, 10, standardAugmentation());
    }

    /** To teach a trained network a few more tracks without its forgetting what it knows: slower, and not for long. */
    public static TrainingSettings fineTuning() {
        return new TrainingSettings(
                NETWORK, 1, 10, 20, 128, 2e-4, 5, 0.99, 0, 4, 0.4, 8, 8, 10, standardAugmentation());
    }

    private static AugmentationSettings standardAugmentation() {
        return new AugmentationSettings(0.03, 0.2, 0.7, 0.12, 0.06);
    }

    public TrainingSettings withSeed(long newSeed) {
        return new TrainingSettings(
                network,
                newSeed,
                epochs,
                batchesPerEpoch,
                batchSize,
                learningRate,
                clipNorm,
                averaging,
                folds,
                patience,
                mixUp,
                outliers,
                plainSegments,
                changedSegments,
                augmentation);
    }

    public TrainingSettings withEpochs(int newEpochs) {
        return new TrainingSettings(
                network,
                seed,
                newEpochs,
                batchesPerEpoch,
                batchSize,
                learningRate,
                clipNorm,
                averaging,
                folds,
                patience,
                mixUp,
                outliers,
                plainSegments,
                changedSegments,
                augmentation);
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
                folds == 0 ? new EarlyStopping(patience, 0) : EarlyStopping.never(),
                NO_WEIGHT_DECAY,
                clipNorm,
                false);
    }

    /** Every setting by its name in snake case, in the order of the declaration. */
    Map<String, String> asMap() {
        var map = new LinkedHashMap<String, String>();
        put(this, map);
        return map;
    }

    private static void put(Record settings, Map<String, String> map) {
        for (var component : settings.getClass().getRecordComponents()) {
            try {
                var value = component.getAccessor().invoke(settings);
                if (value instanceof Record nested) {
                    put(nested, map);
                } else {
                    map.put(snakeCase(component.getName()), String.valueOf(value));
                }
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("a record's own accessors are reachable and do not throw", e);
            }
        }
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
