package io.timbre.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** Kafka's log directory below a broker's own, which KRaft wants formatted once, with a cluster id, before first use. */
final class BrokerStorage {
    private BrokerStorage() {}

    static Path logDirectory(Path directory) {
        return directory.resolve("log");
    }

    static void formatOnce(Path directory) {
        var log = logDirectory(directory);
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(log);
            format(log.toString());
        } catch (Exception failure) {
            throw new IllegalStateException("cannot format " + log + " for Kafka", failure);
        }
    }

    private static void format(String log) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(BrokerSettings.NODE_ID)
                .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                .setDirectories(List.of(log))
                .setMetadataLogDirectory(log)
                .setIgnoreFormatted(true)
                .run();
    }
}
