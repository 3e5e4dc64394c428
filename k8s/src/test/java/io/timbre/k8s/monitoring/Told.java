package io.timbre.k8s.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;

/** What a command says, on either stream, and how it ends. */
record Told(int status, String said) {
    static Told by(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Told(process.waitFor(), said);
    }
}
