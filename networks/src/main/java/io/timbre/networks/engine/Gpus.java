package io.timbre.networks.engine;

import ai.djl.engine.StandardCapabilities;
import java.util.Optional;

/** Says of an engine why it drives no GPU; nothing if it drives one. */
@FunctionalInterface
interface Gpus {

    Optional<String> missing(ComputeEngine engine);

    /** What the loaded libraries and the driver of this machine say. */
    static Optional<String> ofThisMachine(ComputeEngine engine) {
        return switch (engine) {
            case MXNET ->
                engine.engine().hasCapability(StandardCapabilities.CUDA)
                        ? none(engine.engine().getGpuCount() > 0, "it finds no NVIDIA device")
                        : Optional.of("this build of it is for the CPU alone");
            case PYTORCH ->
                none(
                        engine.engine().hasCapability(StandardCapabilities.CUDA),
                        "this build of it is for the CPU alone, or finds no NVIDIA device");
            case ONNXRUNTIME -> OnnxRuntimeCuda.trouble();
        };
    }

    private static Optional<String> none(boolean found, String why) {
        return found ? Optional.empty() : Optional.of(why);
    }
}
