package io.timbre.networks.engine;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import io.timbre.networks.table.Network;

/** The engine that trains and serves: MXNet on the CPU, through DJL. */
public final class MxNet {

    private static final String NAME = "MXNet";

    static {
        // Else DJL asks a cloud's metadata address at the first use.
        if (System.getProperty("ai.djl.offline") == null) {
            System.setProperty("ai.djl.offline", "true");
        }
    }

    private MxNet() {}

    /** The engine; the first call unpacks and loads the native libraries, which takes seconds. */
    public static Engine engine() {
        return Engine.getEngine(NAME);
    }

    /** A model on the CPU that holds the network's block, its parameters neither drawn nor loaded. */
    public static Model newModel(Network network) {
        engine();
        var model = Model.newInstance(network.name(), Device.cpu(), NAME);
        model.setBlock(DjlBlock.of(network));
        return model;
    }
}
