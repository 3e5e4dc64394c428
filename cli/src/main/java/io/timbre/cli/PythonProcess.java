package io.timbre.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An interpreter that runs a script of ours: a line of JSON for each line of JSON. */
final class PythonProcess implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> THREADS =
            List.of("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS");

    private final Process process;
    private final Writer requests;
    private final BufferedReader replies;
    private final JsonNode greeting;

    private PythonProcess(Process process) throws IOException {
        this.process = process;
        this.requests = process.outputWriter(StandardCharsets.UTF_8);
        this.replies = process.inputReader(StandardCharsets.UTF_8);
        this.greeting = reply();
    }

    /**
     * Starts an interpreter whose libraries have one thread each.
     *
     * @param script such as {@code peers.py}
     * @param libraries what it shall import, if it has them
     * @throws IOException if there is no such interpreter, or it lacks what the script cannot do without
     */
    static PythonProcess start(String interpreter, String script, String... libraries) throws IOException {
        var line = new ArrayList<>(List.of(interpreter, "-c", text(script)));
        line.addAll(List.of(libraries));
        var builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD);
        THREADS.forEach(name -> builder.environment().put(name, "1"));
        var process = builder.start();
        try {
            return new PythonProcess(process);
        } catch (IOException e) {
            process.destroy();
            throw e;
        }
    }

    long pid() {
        return process.pid();
    }

    /** Which libraries it has, and what each can do. */
    JsonNode greeting() {
        return greeting;
    }

    /** @throws PeerException if it says that it cannot */
    JsonNode ask(Map<String, ?> request) throws IOException {
        requests.write(Results.json(request) + "\n");
        requests.flush();
        var reply = reply();
        if (reply.has("error")) {
            throw new PeerException(reply.path("error").asText());
        }
        return reply;
    }

    private JsonNode reply() throws IOException {
        var line = replies.readLine();
        if (line == null) {
            throw new IOException("the interpreter ended");
        }
        return JSON.readTree(line);
    }

    private static String text(String name) {
        try (var script = PythonProcess.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
