package io.timbre.embedded;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@link EmbeddedBroker} as a process of its own: {@code BrokerMain DIRECTORY PORT CONTROLLER_PORT}, until SIGTERM. */
public final class BrokerMain {
    private BrokerMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        Logger.getLogger("").setLevel(Level.WARNING);
        var broker = EmbeddedBroker.start(
                Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "close-broker"));
        System.out.println("broker ready at " + broker.bootstrapServers());
        Thread.currentThread().join();
    }
}
