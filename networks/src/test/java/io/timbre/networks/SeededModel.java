package io.timbre.networks;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.timbre.networks.ModelDescription.Calibration;
import io.timbre.networks.ModelDescription.Evaluation;
import io.timbre.networks.ModelDescription.FrontEnd;
import io.timbre.networks.ModelDescription.Parameters;
import io.timbre.networks.ModelDescription.Training;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Models with weights drawn from a seed, as good as trained ones for everything but their answers. */
final class SeededModel {

    static final List<String> CLASSES = List.of("blues", "jazz", "rock");
    static final Network NETWORK = Zoo.network("short-chunk-cnn", CLASSES.size());
    private static final FrontEnd FRONT_END = new FrontEnd("log-mel", "f00d", List.of(128, 87));

    private SeededModel() {}

    static Checkpoint checkpoint(double unknownBelow) {
        var parameters = parameters(NETWORK);
        return Checkpoint.of(
                description(new Calibration(1.5, unknownBelow), Checkpoint.sha256(parameters)),
                parameters,
                "# Seeded\n");
    }

    static ModelDescription description(Calibration calibration, String sha256) {
        var evaluation = new Evaluation("seed", 0, 0, 0, 0, 1, 0, 0, 0, List.of(), List.of());
        return new ModelDescription(
                Checkpoint.version(NETWORK.name(), CLASSES, FRONT_END, calibration, sha256),
                NETWORK.name(),
                CLASSES,
                FRONT_END,
                calibration,
                new Parameters(ParametersFile.name(NETWORK), sha256, NETWORK.parameterCount()),
                evaluation,
                evaluation,
                new Training("none", Map.of(), Map.of("seed", "1"), "none"));
    }

    static byte[] parameters(Network network) {
        var random = new Random(1);
        try (var model = MxNet.newModel(network)) {
            var block = model.getBlock();
            block.initialize(model.getNDManager(), DataType.FLOAT32, new Shape(1).addAll(network.inputShape()));
            for (var parameter : block.getParameters().values()) {
                var array = parameter.getArray();
                array.set(gaussian(random, (int) array.size(), 0.1));
            }
            return ParametersFile.write(model);
        }
    }

    static float[][] segments(long seed, int count) {
        var random = new Random(seed);
        var segments = new float[count][];
        for (int i = 0; i < count; i++) {
            segments[i] = gaussian(random, NETWORK.inputSize(), 10);
        }
        return segments;
    }

    private static float[] gaussian(Random random, int count, double deviation) {
        var values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
        return values;
    }
}
