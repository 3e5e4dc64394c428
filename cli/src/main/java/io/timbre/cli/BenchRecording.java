package io.timbre.cli;

import io.timbre.signal.codec.AudioDecoder;
import io.timbre.signal.codec.AudioEncoder;
import io.timbre.signal.codec.AudioFormat;
import io.timbre.signal.codec.DecodeLimits;
import io.timbre.signal.codec.DecodedAudio;
import io.timbre.signal.codec.UndecodableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A recording, and what {@code bench signal} does with it.
 *
 * @param kind its format, or its name where it is somebody else's
 * @param sampleRateHz inside the file
 */
record BenchRecording(Path file, String kind, int sampleRateHz, double seconds) {
    private static final long SEED = 1;
    private static final int CD_HZ = 44_100;
    private static final List<AudioFormat> FORMATS = List.of(
            AudioFormat.WAV, AudioFormat.FLAC, AudioFormat.MP3, AudioFormat.OGG, AudioFormat.M4A, AudioFormat.OPUS);
    private static final AudioDecoder DECODER = new AudioDecoder(new DecodeLimits(Duration.ofHours(1)));

    /**
     * One piece in every format: 44,100 Hz (Opus 48,000), one channel (Vorbis two).
     *
     * @param folder where they are written
     */
    static List<BenchRecording> ofOurOwn(int seconds, Path folder) throws IOException {
        return ofOurOwn(seconds, folder, FORMATS);
    }

    static List<BenchRecording> ofOurOwn(int seconds, Path folder, List<AudioFormat> formats) throws IOException {
        var piece = Recordings.play(SEED, seconds - 1.0, CD_HZ);
        var recordings = new ArrayList<BenchRecording>();
        for (var format : formats) {
            var file = folder.resolve(seconds + "-s." + format.extension());
            AudioEncoder.encode(piece, format, file);
            recordings.add(new BenchRecording(
                    file, format.extension(), decode(file, CD_HZ).sourceSampleRateHz(), seconds));
        }
        return recordings;
    }

    static BenchRecording of(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new CommandFailedException(file + " cannot be read");
        }
        var decoded = decode(file, CD_HZ);
        return new BenchRecording(
                file,
                file.getFileName().toString(),
                decoded.sourceSampleRateHz(),
                decoded.audio().durationSeconds());
    }

    /** What is done to the file. */
    List<SignalJob> fileJobs() {
        return Arrays.stream(SignalTask.values())
                .filter(SignalTask::isOfFiles)
                .map(task -> new SignalJob(
                        task,
                        file,
                        task.sampleRateHz(sampleRateHz),
                        task.label() + " " + kind + ", " + length(),
                        seconds))
                .toList();
    }

    /**
     * What is done to the samples in it.
     *
     * @param folder where the samples are written
     */
    List<SignalJob> sampleJobs(Path folder) throws IOException {
        var jobs = new ArrayList<SignalJob>();
        for (var task : SignalTask.values()) {
            if (!task.isOfFiles()) {
                int rate = task.sampleRateHz(sampleRateHz);
                var samples = folder.resolve(file.getFileName() + "-" + rate + ".f32");
                FloatFiles.write(samples, decode(file, rate).audio().samples());
                jobs.add(new SignalJob(task, samples, rate, task.label() + ", " + length(), seconds));
            }
        }
        return jobs;
    }

    /** How long it sounds, for people. */
    String length() {
        return seconds < 120 ? Math.round(seconds) + " s" : Math.round(seconds / 60) + " min";
    }

    private static DecodedAudio decode(Path file, int sampleRateHz) throws IOException {
        try {
            return DECODER.decode(file, sampleRateHz);
        } catch (UndecodableException e) {
            throw new CommandFailedException(file + ": " + e.getMessage());
        }
    }
}
