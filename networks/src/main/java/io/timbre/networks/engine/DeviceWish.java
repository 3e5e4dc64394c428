package io.timbre.networks.engine;

import java.util.Locale;

/** What {@code timbre.device} may say. */
public enum DeviceWish {
    /** A GPU where the engine drives one, else the CPU. */
    AUTO,
    CPU,
    /** A GPU, or no start at all. */
    GPU;

    /** As in settings. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
