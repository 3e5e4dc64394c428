package io.timbre.cli;

import io.timbre.signal.codec.AudioDecoder;
import io.timbre.signal.codec.AudioFormat;
import io.timbre.signal.codec.DecodeLimits;
import io.timbre.signal.codec.IsolatedDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code timbre bench decoder}: what it costs to decode in a child process, of what the features service does from a
 * file to its record, on 30 s of our own making.
 */
@Command(
        name = "decoder",
        description = "From file to features, decoded in a child process and in this one.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class DecoderBench implements Callable<Integer> {
    private static final int SECONDS = 30;
    private static final int QUICK_SECONDS = 3;
    private static final List<AudioFormat> FORMATS =
            List.of(AudioFormat.MP3, AudioFormat.FLAC, AudioFormat.OGG, AudioFormat.M4A, AudioFormat.WAV);
    private static final List<Integer> THREADS = List.of(1, 2);
    private static final DecodeLimits LIMITS = new DecodeLimits(Duration.ofMinutes(20));
    private static final int MEMORY_MIB = 512;

    @Option(names = "--rounds", description = "Turns of each at each case.", defaultValue = "7")
    private int rounds = 7;

    @Option(names = "--quick", description = "Three seconds of sound, one round, hardly warm: does it work at all?")
    private boolean quick;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("timbre-bench");
        try (var isolated = new IsolatedDecoder(LIMITS, MEMORY_MIB)) {
            var child = new Ours("child-process", isolated);
            var inProcess = new Ours("in-process", new AudioDecoder(LIMITS));
            var referee = new Referee("decoder", child, List.of(inProcess), System.out, System.err);
            var jobs = jobs(folder);
            for (int threads : THREADS) {
                referee.judge(jobs, quick ? Contest.quick(threads) : Contest.thorough(threads, rounds));
            }
            System.err.println(referee.report());
            return referee.exitStatus();
        } finally {
            DataDirectory.deleteTree(folder);
        }
    }

    private List<SignalJob> jobs(Path folder) throws IOException {
        return BenchRecording.ofOurOwn(quick ? QUICK_SECONDS : SECONDS, folder, FORMATS).stream()
                .flatMap(recording -> recording.fileJobs().stream())
                .filter(job -> job.task() == SignalTask.FILE_TO_SEGMENTS)
                .toList();
    }
}
