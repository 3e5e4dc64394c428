package io.timbre.trainer;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.timbre.networks.engine.ComputeEngine;

/**
 * Starts the service, MXNet before all else. Quarkus' Kafka Streams loads RocksDB's native library at start-up, and
 * MXNet's crashes the JVM when it is loaded after that one; the other way round both work.
 */
@QuarkusMain
public final class TrainerMain {
    private TrainerMain() {}

    public static void main(String... arguments) {
        ComputeEngine.MXNET.engine();
        Quarkus.run(arguments);
    }
}
