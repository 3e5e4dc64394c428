package io.timbre.networks.engine;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import io.timbre.networks.table.Network;

/**
 * What computes a network: an engine of DJL's, on the CPU. The same {@link ParametersFile} loads on each, with outputs
 * that agree within 1e-4 of the largest.
 *
 * <p>MXNet is what Timbre trains and serves with, and what it ships. For PyTorch a site adds to its class path {@code
 * ai.djl.pytorch:pytorch-engine}, {@code pytorch-jni} and {@code pytorch-native-cpu} in the versions of Timbre's {@code
 * pom.xml}, together about 115 MB.
 */
public enum ComputeEngine {
    MXNET("MXNet"),
    PYTORCH("PyTorch");

    static {
        // Else DJL asks a cloud's metadata address at the first use.
        if (System.getProperty("ai.djl.offline") == null) {
            System.setProperty("ai.djl.offline", "true");
        }
    }

    private final String djlName;

    ComputeEngine(String djlName) {
        this.djlName = djlName;
    }

    /**
     * DJL's engine; the first call unpacks and loads the native libraries, which takes seconds.
     *
     * @throws IllegalArgumentException if it is not on the class path
     */
    public Engine engine() {
        return Engine.getEngine(djlName);
    }

    /** A model that holds the network's block, its parameters neither drawn nor loaded. */
    public Model newModel(Network network) {
        engine();
        var model = Model.newInstance(network.name(), Device.cpu(), djlName);
        model.setBlock(DjlBlock.of(network));
        return model;
    }
}
