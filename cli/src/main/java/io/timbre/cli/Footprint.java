package io.timbre.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The most memory that the features of one long track take: ours in a JVM, librosa's in an interpreter, both new. */
final class Footprint {
    static final String ANSWER = "peak resident bytes: ";
    static final String PEER = "librosa";

    private static final Pattern ANSWERED = Pattern.compile("^" + ANSWER + "(\\d+)$", Pattern.MULTILINE);
    private static final int HEAP_MB = 64;

    private Footprint() {}

    /** Whether this system tells how much memory a process has taken. */
    static boolean isKnown() {
        return ResidentMemory.peakOf(ProcessHandle.current().pid()).isPresent();
    }

    static SignalJob job(Path file) {
        var task = SignalTask.FILE_TO_SEGMENTS;
        return new SignalJob(task, file, task.sampleRateHz(0), task.label(), 0);
    }

    /**
     * Our peak of resident memory, in MB.
     *
     * @throws CommandFailedException if a heap of 64 MB does not suffice
     */
    static BenchLine alone(BenchRecording recording) throws IOException, InterruptedException {
        return BenchLine.alone("signal", caseName(recording), ours(recording.file()), "MB");
    }

    /**
     * Our peak and librosa's.
     *
     * @throws CommandFailedException if a heap of 64 MB does not suffice
     */
    static BenchLine against(BenchRecording recording, String python) throws IOException, InterruptedException {
        double theirs = librosas(recording.file(), python);
        return BenchLine.against("signal", caseName(recording), PEER, ours(recording.file()), theirs, "MB");
    }

    private static String caseName(BenchRecording recording) {
        return "peak memory, " + job(recording.file()).description() + " " + recording.kind() + ", "
                + recording.length() + ", a heap of " + HEAP_MB + " MB";
    }

    private static double ours(Path file) throws IOException, InterruptedException {
        var said = new SmallJvm(HEAP_MB, List.of()).answer("bench", "footprint", file.toString());
        var answer = ANSWERED.matcher(said);
        if (!answer.find()) {
            throw new CommandFailedException("it must say its peak memory: said " + said);
        }
        return megabytes(Long.parseLong(answer.group(1)));
    }

    private static double librosas(Path file, String python) throws IOException {
        try (var interpreter = PythonProcess.start(python, Peers.SCRIPT, PEER)) {
            new PythonPeer(PEER, List.of(interpreter)).work(job(file), 1, 0);
            return megabytes(ResidentMemory.peakOf(interpreter.pid()).orElseThrow());
        }
    }

    private static double megabytes(long bytes) {
        return Math.round(bytes / 1e6);
    }
}
