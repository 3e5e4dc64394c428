package io.timbre.signal.codec;

import io.timbre.signal.SampleSink;
import io.timbre.signal.codec.UndecodableException.Fault;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A JVM of its own that decodes one file at a time, and that ends with this one.
 *
 * <p>A shell sets its bounds, as Java has no call for them: {@code ulimit -d} bounds all memory it writes to, heap and
 * native (Linux 4.7 and later); beyond it FFmpeg gets no more and says so. It leaves no core file, and Ctrl-C to its
 * parent.
 */
final class DecoderProcess implements AutoCloseable {
    /** It ended before it replied. */
    static final class EndedException extends Exception {
        private static final long serialVersionUID = 1L;

        private EndedException(String how, IOException cause) {
            super("the decoder " + how, cause);
        }
    }

    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final String VECTORS = "jdk.incubator.vector";
    private static final String BOUNDS = "ulimit -c 0; ulimit -d \"$1\" || exit; trap '' INT HUP; shift; exec \"$@\"";

    /** What a child needs of its parent's environment, which may hold secrets. */
    private static final Pattern ENVIRONMENT = Pattern.compile("PATH|HOME|LANG|LC_.*|TMPDIR|TZ");

    /** Settings of the parent's that say where the child finds and unpacks its libraries. */
    private static final Pattern SETTINGS = Pattern.compile("org\\.bytedeco\\..*|java\\.io\\.tmpdir");

    private final DecodeLimits limits;
    private final Process process;
    private final DataOutputStream requests;
    private final DataInputStream replies;
    private final Path file;
    private final SharedSamples samples;
    private boolean ready;
    private volatile boolean late;

    private DecoderProcess(DecodeLimits limits, Process process, Path file, SharedSamples samples) {
        this.limits = limits;
        this.process = process;
        this.file = file;
        this.samples = samples;
        this.requests = new DataOutputStream(process.getOutputStream());
        this.replies = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /** Starts it and does not wait. Half of the memory is for its heap. */
    static DecoderProcess start(Class<?> main, DecodeLimits limits, int memoryMib) throws IOException {
        Path file = SharedSamples.create();
        try {
            var samples = SharedSamples.open(file);
            var builder = new ProcessBuilder(command(main, file, limits, memoryMib))
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment()
                    .keySet()
                    .removeIf(ENVIRONMENT.asMatchPredicate().negate());
            return new DecoderProcess(limits, builder.start(), file, samples);
        } catch (IOException e) {
            Files.delete(file);
            throw e;
        }
    }

    private static List<String> command(Class<?> main, Path samples, DecodeLimits limits, int memoryMib) {
        var command = new ArrayList<>(List.of("/bin/sh", "-c", BOUNDS, "sh", Integer.toString(memoryMib * 1024)));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + memoryMib / 2 + "m");
        command.addAll(List.of("-Xss1m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(List.of("-XX:+SuppressFatalErrorMessage", "-XX:+DisplayVMOutputToStderr"));
        command.add("--enable-native-access=ALL-UNNAMED");
        if (ModuleLayer.boot().findModule(VECTORS).isPresent()) {
            command.addAll(List.of("--add-modules", VECTORS));
        }
        System.getProperties().stringPropertyNames().stream()
                .filter(SETTINGS.asMatchPredicate())
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName(), samples.toString()));
        command.add(limits.maxDuration().toString());
        command.add(Long.toString(limits.maxSamples()));
        command.add(Integer.toString(limits.maxChannels()));
        command.add(limits.maxWallTime().toString());
        return command;
    }

    /**
     * Waits until it takes requests.
     *
     * @throws IOException if it does not start, which is no file's fault
     */
    void awaitReady() throws IOException {
        if (ready) {
            return;
        }
        try {
            ready = within(START_LIMIT, replies::readUnsignedByte) == DecoderMain.READY;
        } catch (EndedException | UndecodableException e) {
            throw new IOException("the decoder does not start", e);
        } finally {
            Files.delete(file);
        }
        if (!ready) {
            throw new IOException("the decoder starts with what it should not say");
        }
    }

    /**
     * Has it decode a file. After an exception it is of no more use.
     *
     * @throws UndecodableException if it takes longer than it may, and is killed for that, or gives more samples
     * @throws EndedException if it ends before it replies, or says what it cannot have to say
     */
    Reply ask(Path file, int sampleRateHz, SampleSink sink) throws UndecodableException, EndedException {
        var limit = limits.maxWallTime().plusSeconds(IsolatedDecoder.GRACE_SECONDS);
        long most = (limits.maxDuration().toSeconds() + 1) * sampleRateHz;
        return within(limit, () -> {
            requests.writeByte(DecoderMain.DECODE);
            requests.writeUTF(file.toAbsolutePath().toString());
            requests.writeInt(sampleRateHz);
            requests.flush();
            return Reply.read(SamplePipe.drain(samples, replies, requests, sink, most), replies);
        });
    }

    private interface Exchange<T> {
        T run() throws IOException, UndecodableException;
    }

    /** A read of a pipe cannot be interrupted, but ends with the process at its other end. */
    private <T> T within(Duration limit, Exchange<T> exchange) throws UndecodableException, EndedException {
        late = false;
        var later = CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS, Runnable::run);
        CompletableFuture<Void> kill = CompletableFuture.runAsync(this::killLate, later);
        try {
            T result = exchange.run();
            kill.cancel(false);
            requireInTime();
            return result;
        } catch (IOException e) {
            requireInTime();
            throw new EndedException(end(), e);
        } finally {
            kill.cancel(false);
        }
    }

    private void requireInTime() throws UndecodableException {
        if (late) {
            throw new UndecodableException(Fault.TOO_SLOW, "decoding took longer than it may, and was ended");
        }
    }

    private void killLate() {
        late = true;
        process.destroyForcibly();
    }

    private String end() {
        close();
        return "ended with status " + process.onExit().join().exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
