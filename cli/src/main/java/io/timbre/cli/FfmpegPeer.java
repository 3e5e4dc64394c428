package io.timbre.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The {@code ffmpeg} command: a process a track, which writes the samples to a pipe. */
final class FfmpegPeer implements Contestant {
    static final String NAME = "ffmpeg";

    private static final Pattern VERSION = Pattern.compile("^ffmpeg version (\\S+)");

    private final String command;
    private final String version;

    private FfmpegPeer(String command, String version) {
        this.command = command;
        this.version = version;
    }

    /** Empty if there is no such command. */
    static Optional<FfmpegPeer> find(String command) {
        try {
            var said = new String(output(List.of(command, "-version")), StandardCharsets.UTF_8);
            var version = VERSION.matcher(said);
            return Optional.of(new FfmpegPeer(command, version.find() ? version.group(1) : "of some version"));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return NAME + " " + version;
    }

    @Override
    public boolean does(SignalTask task) {
        return task == SignalTask.DECODE || task == SignalTask.LOAD;
    }

    @Override
    public Span work(SignalJob job, int times, int lane) throws IOException {
        long began = System.nanoTime();
        for (int i = 0; i < times; i++) {
            output(line(job));
        }
        return new Span(began, System.nanoTime());
    }

    @Override
    public float[] result(SignalJob job) throws IOException {
        return FloatFiles.of(output(line(job)));
    }

    /** The mean of the channels, as we and librosa take it, not their sum over the square root of two. */
    private List<String> line(SignalJob job) {
        return List.of(
                command,
                "-v",
                "error",
                "-nostdin",
                "-threads",
                "1",
                "-i",
                "file:" + job.input(),
                "-f",
                "f32le",
                "-ac",
                "1",
                "-rematrix_maxval",
                "1",
                "-ar",
                Integer.toString(job.sampleRateHz()),
                "-");
    }

    private static byte[] output(List<String> line) throws IOException {
        var process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            var output = process.getInputStream().readAllBytes();
            int status = process.waitFor();
            if (status != 0) {
                throw new PeerException(NAME + " ended with " + status);
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroy();
        }
    }
}
