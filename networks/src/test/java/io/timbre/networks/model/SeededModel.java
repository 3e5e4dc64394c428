package io.timbre.networks.model;

import io.timbre.networks.engine.ParametersFile;
import io.timbre.networks.engine.SeededParameters;
import io.timbre.networks.model.ModelDescription.Calibration;
import io.timbre.networks.model.ModelDescription.Evaluation;
import io.timbre.networks.model.ModelDescription.FrontEnd;
import io.timbre.networks.model.ModelDescription.Parameters;
import io.timbre.networks.model.ModelDescription.Training;
import io.timbre.networks.table.Network;
import io.timbre.networks.zoo.Zoo;
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
        return checkpoint(NETWORK, FRONT_END, new Calibration(1.5, unknownBelow));
    }

    static Checkpoint checkpoint(Network network, FrontEnd frontEnd, Calibration calibration) {
        var parameters = SeededParameters.of(network);
        var sha256 = Checkpoint.sha256(parameters);
        return Checkpoint.of(description(network, CLASSES, frontEnd, calibration, sha256), parameters, "# Seeded\n");
    }

    static Checkpoint oneLogit(String name, List<String> classes) {
        var network = Zoo.network(name, classes.size());
        var parameters = SeededParameters.of(network);
        var notes = new FrontEnd("notes-100", "f00d", List.of(100, 1));
        var described = description(network, classes, notes, new Calibration(1.5, 0), Checkpoint.sha256(parameters));
        return Checkpoint.of(described, parameters, "# Seeded\n");
    }

    static ModelDescription description(Calibration calibration, String sha256) {
        return description(NETWORK, CLASSES, FRONT_END, calibration, sha256);
    }

    /** Of parameters that nobody has asked for yet. */
    static ModelDescription description(Network network, List<String> classes, FrontEnd frontEnd) {
        return description(network, classes, frontEnd, new Calibration(1, 0), "");
    }

    private static ModelDescription description(
            Network network, List<String> classes, FrontEnd frontEnd, Calibration calibration, String sha256) {
        var evaluation = new Evaluation("seed", 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, List.of(), List.of());
        return new ModelDescription(
                Checkpoint.version(network.name(), classes, frontEnd, calibration, sha256),
                network.name(),
                classes,
                frontEnd,
                calibration,
                new Parameters(ParametersFile.name(network), sha256, network.parameterCount()),
                evaluation,
                evaluation,
                new Training("none", Map.of(), Map.of("seed", "1"), "none"));
    }

    static float[][] segments(long seed, int count) {
        var random = new Random(seed);
        var segments = new float[count][];
        for (int i = 0; i < count; i++) {
            segments[i] = SeededParameters.gaussian(random, NETWORK.inputSize(), 10);
        }
        return segments;
    }
}
