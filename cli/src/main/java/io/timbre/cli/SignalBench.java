package io.timbre.cli;

import io.timbre.signal.codec.AudioFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code timbre bench signal}: decoding, resampling and transforms, side by side with librosa, torch and the ffmpeg
 * command where the machine has them, on music of our own making or on recordings that are named.
 */
@Command(
        name = "signal",
        description = "From files to features, side by side with librosa, torch and ffmpeg.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class SignalBench implements Callable<Integer> {
    private static final List<Integer> QUICK_SECONDS = List.of(3);
    private static final int LONG_SECONDS = 600;
    private static final String FOOTPRINT = "peak memory";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--data", arity = "1..*", paramLabel = "FILE", description = "Recordings, instead of our own.")
    private List<Path> data = List.of();

    @Option(names = "--seconds", split = ",", description = "Lengths of our own recordings.", defaultValue = "30,240")
    private List<Integer> seconds = List.of();

    @Option(names = "--threads", split = ",", description = "Tracks at the same time.", defaultValue = "1,2")
    private List<Integer> threads = List.of();

    @Option(
            names = "--case",
            paramLabel = "TEXT",
            description = "Only cases with this in their name, such as log-mel or mp3.")
    private String wanted = "";

    @Option(names = "--rounds", description = "Turns of each contestant at each case.", defaultValue = "7")
    private int rounds = 7;

    @Option(names = "--quick", description = "Three seconds of sound, one round, hardly warm: does it work at all?")
    private boolean quick;

    @Option(
            names = "--python",
            description = "Interpreter that has librosa and torch; also TIMBRE_PYTHON.",
            defaultValue = "${env:TIMBRE_PYTHON:-python3}")
    private String python = "python3";

    @Option(names = "--ffmpeg", description = "The command.", defaultValue = "ffmpeg")
    private String ffmpeg = "ffmpeg";

    @Override
    public Integer call() throws IOException, InterruptedException {
        requireAtLeast(1, "--rounds", rounds);
        threads.forEach(count -> requireAtLeast(1, "--threads", count));
        seconds.forEach(length -> requireAtLeast(QUICK_SECONDS.getFirst(), "--seconds", length));
        var folder = Files.createTempDirectory("timbre-bench");
        var log = System.err;
        try (var peers = new Peers(python, ffmpeg, Collections.max(threads), log)) {
            var referee = new Referee("signal", new Ours(), peers.found(), System.out, log);
            var jobs = jobs(folder);
            boolean footprint = data.isEmpty() && FOOTPRINT.contains(wanted);
            if (jobs.isEmpty() && !footprint) {
                throw new ParameterException(
                        spec.commandLine(), "--case must be in a case's name, such as log-mel or mp3: was " + wanted);
            }
            for (int count : threads) {
                referee.judge(jobs, quick ? Contest.quick(count) : Contest.thorough(count, rounds));
            }
            if (footprint && Footprint.isKnown()) {
                referee.judge(footprint(folder, peers));
            }
            log.println(referee.report());
            return referee.exitStatus();
        } finally {
            DataDirectory.deleteTree(folder);
        }
    }

    private void requireAtLeast(int least, String option, int value) {
        if (value < least) {
            throw new ParameterException(spec.commandLine(), option + " must be at least " + least + ": was " + value);
        }
    }

    private BenchLine footprint(Path folder, Peers peers) throws IOException, InterruptedException {
        int length = quick ? QUICK_SECONDS.getFirst() : LONG_SECONDS;
        var recording = BenchRecording.ofOurOwn(length, folder, List.of(AudioFormat.MP3))
                .getFirst();
        return peers.has(Footprint.PEER) ? Footprint.against(recording, python) : Footprint.alone(recording);
    }

    private List<SignalJob> jobs(Path folder) throws IOException {
        var jobs = new ArrayList<SignalJob>();
        for (var recordings : recordings(folder)) {
            jobs.addAll(recordings.getFirst().sampleJobs(folder));
            recordings.forEach(recording -> jobs.addAll(recording.fileJobs()));
        }
        return jobs.stream().filter(job -> job.description().contains(wanted)).toList();
    }

    /** In groups of the same sound. */
    private List<List<BenchRecording>> recordings(Path folder) throws IOException {
        var recordings = new ArrayList<List<BenchRecording>>();
        for (var file : data) {
            recordings.add(List.of(BenchRecording.of(file)));
        }
        if (data.isEmpty()) {
            for (int length : quick ? QUICK_SECONDS : seconds) {
                recordings.add(BenchRecording.ofOurOwn(length, folder));
            }
        }
        return recordings;
    }
}
