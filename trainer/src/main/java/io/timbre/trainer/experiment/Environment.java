package io.timbre.trainer.experiment;

import ai.djl.engine.Engine;
import java.util.Optional;

/**
 * What a study ran on, as far as its figures depend on it.
 *
 * @param java version of the virtual machine, such as {@code "Temurin-25.0.1+8"}
 * @param system operating system and instruction set, such as {@code "Linux amd64"}
 * @param processors that the virtual machine sees
 * @param engine what did the sums, such as {@code "MXNet on DJL 0.36.0"}
 * @param threads of one operation of the engine; {@code "1"} makes a run repeatable to the bit
 */
public record Environment(String java, String system, int processors, String engine, String threads) {

    /** This virtual machine. Loads no engine. */
    public static Environment here(String engine) {
        return new Environment(
                System.getProperty("java.vendor.version", System.getProperty("java.version")),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                engine + " on DJL " + Engine.getDjlVersion(),
                Optional.ofNullable(System.getenv("OMP_NUM_THREADS")).orElse("any number of"));
    }

    /** One line for people. */
    String line() {
        return "Ran on Java " + java + ", " + system + ", " + processors
                + (processors == 1 ? " processor; " : " processors; ") + engine + ", " + threads
                + (threads.equals("1") ? " thread" : " threads") + " an operation.";
    }
}
