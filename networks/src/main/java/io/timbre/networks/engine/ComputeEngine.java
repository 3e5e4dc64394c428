package io.timbre.networks.engine;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.onnxruntime.OrtEnvironment;
import io.timbre.networks.table.Network;
import java.util.Locale;

/**
 * What computes a network. The same {@link ParametersFile} gives outputs on each that agree within 1e-4 of the largest.
 *
 * <p>MXNet is what Timbre trains and serves with, and what it ships; whichever serves, MXNet reads the checkpoints. The
 * others are variants of the images, which put the jars of {@code engines/pom.xml} on the class path.
 */
public enum ComputeEngine {
    MXNET("MXNet"),
    PYTORCH("PyTorch"),
    /** Answers only: it gives no gradients, so it can neither explain nor train. */
    ONNXRUNTIME("ONNX Runtime");

    static {
        // Else DJL asks a cloud's metadata address at the first use.
        if (System.getProperty("ai.djl.offline") == null) {
            System.setProperty("ai.djl.offline", "true");
        }
    }

    private final String title;

    /** @param title as DJL calls it, where it is one of DJL's */
    ComputeEngine(String title) {
        this.title = title;
    }

    /** As in settings and image tags: {@code mxnet}, {@code pytorch}, {@code onnxruntime}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * DJL's engine; the first call unpacks and loads the native libraries, which takes seconds.
     *
     * @throws IllegalArgumentException if it is not on the class path, or none of DJL's
     */
    public Engine engine() {
        if (this == ONNXRUNTIME) {
            throw new IllegalArgumentException(title + " only answers: it holds no weights that could be trained");
        }
        var thread = Thread.currentThread();
        var loader = thread.getContextClassLoader();
        // Quarkus' own finds services in no other jars than it was built with: not in those that were added for an
        // engine.
        thread.setContextClassLoader(Engine.class.getClassLoader());
        try {
            return Engine.getEngine(title);
        } catch (EngineException | IllegalArgumentException absent) {
            throw missing(absent);
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    /**
     * The version of its library, which is loaded.
     *
     * @throws IllegalArgumentException if it is not on the class path
     */
    String version() {
        if (this != ONNXRUNTIME) {
            return engine().getVersion();
        }
        try {
            return OrtEnvironment.getEnvironment().getVersion();
        } catch (NoClassDefFoundError absent) {
            throw missing(absent);
        }
    }

    private IllegalArgumentException missing(Throwable cause) {
        return new IllegalArgumentException(
                "timbre.engine=" + label() + ", but " + title + " is not on the class path: take the image variant "
                        + label() + " or " + label() + "-cuda, or set timbre.engine=mxnet",
                cause);
    }

    /** A model on the CPU that holds the network's block, its parameters neither drawn nor loaded. */
    public Model newModel(Network network) {
        return newModel(network, Device.cpu());
    }

    /** A model that holds the network's block on a device, its parameters neither drawn nor loaded. */
    Model newModel(Network network, Device device) {
        engine();
        var model = Model.newInstance(network.name(), device, title);
        model.setBlock(DjlBlock.of(network));
        return model;
    }
}
