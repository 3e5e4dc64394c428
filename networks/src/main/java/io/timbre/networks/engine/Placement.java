package io.timbre.networks.engine;

import ai.djl.Device;
import ai.djl.Model;
import io.timbre.networks.table.Network;

/**
 * Where networks are computed: by which engine, on which device.
 *
 * <pre>{@code
 * var placement = Placement.of(ComputeEngine.MXNET, DeviceWish.AUTO);
 * LOG.info("serving " + placement.reason()); // serving on cpu by mxnet 1.9.0: timbre.device=auto, and ...
 * }</pre>
 *
 * @param reason which device and engine, and why, as the end of a sentence
 */
public record Placement(ComputeEngine engine, Device device, String reason) {

    /** MXNet on the CPU, which every machine has. */
    public static final Placement STANDARD =
            new Placement(ComputeEngine.MXNET, Device.cpu(), "on cpu by mxnet, since nothing else was asked for");

    /**
     * What a wish comes to on this machine; loads the engine's native libraries.
     *
     * @throws IllegalArgumentException if the engine is not on the class path, or drives no GPU where one is wished for
     */
    public static Placement of(ComputeEngine engine, DeviceWish wish) {
        return of(engine, engine.version(), wish, Gpus::ofThisMachine);
    }

    static Placement of(ComputeEngine engine, String version, DeviceWish wish, Gpus gpus) {
        var by = engine.label() + " " + version;
        var setting = "timbre.device=" + wish.label();
        if (wish == DeviceWish.CPU) {
            return new Placement(engine, Device.cpu(), "on cpu by " + by + ": " + setting);
        }
        var missing = gpus.missing(engine);
        if (missing.isEmpty()) {
            return new Placement(engine, Device.gpu(), "on gpu by " + by + ": " + setting + ", and it drives one");
        }
        if (wish == DeviceWish.GPU) {
            throw new IllegalArgumentException(
                    setting + ", but " + by + " drives no GPU here: " + missing.get()
                            + ". Take an image variant with CUDA on a node that has a GPU, or set timbre.device to cpu or auto");
        }
        return new Placement(
                engine,
                Device.cpu(),
                "on cpu by " + by + ": " + setting + ", and it drives no GPU here: " + missing.get());
    }

    /**
     * This, for who needs gradients.
     *
     * @throws IllegalArgumentException if the engine gives none
     */
    public Placement withGradients() {
        if (engine == ComputeEngine.ONNXRUNTIME) {
            throw new IllegalArgumentException("timbre.engine=onnxruntime, which only answers and gives no gradients:"
                    + " set it to mxnet or pytorch for whoever explains or trains");
        }
        return this;
    }

    /** Engine and device, without why: {@code mxnet on cpu}. */
    public String label() {
        return engine.label() + " on " + deviceLabel();
    }

    /** As in metrics: {@code cpu} or {@code gpu}. */
    public String deviceLabel() {
        return device.getDeviceType();
    }

    /** A model there that holds the network's block, its parameters neither drawn nor loaded. */
    public Model newModel(Network network) {
        return engine.newModel(network, device);
    }
}
