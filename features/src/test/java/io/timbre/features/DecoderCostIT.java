package io.timbre.features;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.timbre.signal.codec.AudioDecoder;
import io.timbre.signal.codec.AudioEncoder;
import io.timbre.signal.codec.AudioFormat;
import io.timbre.signal.codec.DecodeLimits;
import io.timbre.signal.codec.Decoder;
import io.timbre.signal.codec.IsolatedDecoder;
import io.timbre.signal.frontend.LogMel;
import io.timbre.signal.score.Melody;
import io.timbre.signal.score.Synthesizer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What decoding in a child process costs, from file to feature record: 30 s of 44.1 kHz music, both ways by turns,
 * medians. Run it on a quiet machine:
 *
 * <pre>./mvnw verify -pl features -am -Dtest=None -Dit.test=DecoderCostIT -Dtimbre.bench=9
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false</pre>
 *
 * <p>It asserts nothing about time. Processor time, the parent's and the child's, tells more than the clock where
 * others work too. The table is left in {@code target/decoder-cost.txt}.
 */
@EnabledIfSystemProperty(named = "timbre.bench", matches = "\\d+")
class DecoderCostIT {
    private static final int TURNS = Integer.getInteger("timbre.bench", 0);
    private static final int FILES_A_TURN = 10;
    private static final int SAMPLE_RATE_HZ = 44_100;
    private static final DecodeLimits LIMITS = new DecodeLimits(Duration.ofMinutes(20));

    private record Cost(double wallMs, double cpuMs) {}

    @TempDir
    private Path folder;

    @Test
    void comparesTheTwoDecoders() throws Exception {
        var table = new ArrayList<String>();
        table.add(String.format(
                "%-6s %7s %24s %24s", "format", "threads", "wall ms: in, child, x", "cpu ms: in, child, x"));
        try (var child = new IsolatedDecoder(LIMITS, 512)) {
            for (var format : List.of(AudioFormat.MP3, AudioFormat.FLAC, AudioFormat.OGG, AudioFormat.WAV)) {
                var file = folder.resolve("tune." + format.extension());
                AudioEncoder.encode(new Synthesizer(SAMPLE_RATE_HZ).render(Melody.compose(1, 29)), format, file);
                for (int threads = 1; threads <= 2; threads++) {
                    table.add(compare(new AudioDecoder(LIMITS), child, file, threads));
                }
            }
        }
        Files.write(Path.of("target/decoder-cost.txt"), table);
        assertThat(table).hasSize(9);
    }

    private static String compare(Decoder inProcess, Decoder child, Path file, int threads) throws Exception {
        var inside = new ArrayList<Cost>();
        var outside = new ArrayList<Cost>();
        for (int turn = -2; turn < TURNS; turn++) {
            var first = cost(inProcess, file, threads);
            var second = cost(child, file, threads);
            if (turn >= 0) { // The first two warm up.
                inside.add(first);
                outside.add(second);
            }
        }
        var wallIn = median(inside.stream().map(Cost::wallMs).toList());
        var wallOut = median(outside.stream().map(Cost::wallMs).toList());
        var cpuIn = median(inside.stream().map(Cost::cpuMs).toList());
        var cpuOut = median(outside.stream().map(Cost::cpuMs).toList());
        return String.format(
                Locale.ROOT,
                "%-6s %7d %8.1f %8.1f %6.3f %8.1f %8.1f %6.3f",
                file.getFileName().toString().replace("tune.", ""),
                threads,
                wallIn,
                wallOut,
                wallOut / wallIn,
                cpuIn,
                cpuOut,
                cpuOut / cpuIn);
    }

    private static Cost cost(Decoder decoder, Path file, int threads) throws Exception {
        var extractor = new FeatureExtractor(decoder, LogMel.standard());
        Callable<Object> extraction = () -> extractor.extract(file, "d".repeat(64), Instant.EPOCH);
        long cpu = cpuNanos();
        long wall = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (var done : pool.invokeAll(Collections.nCopies(FILES_A_TURN, extraction))) {
                done.get();
            }
        }
        double files = FILES_A_TURN * 1e6;
        return new Cost((System.nanoTime() - wall) / files, (cpuNanos() - cpu) / files);
    }

    private static long cpuNanos() {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return machine.getProcessCpuTime()
                + ProcessHandle.current()
                        .descendants()
                        .mapToLong(child -> child.info()
                                .totalCpuDuration()
                                .orElse(Duration.ZERO)
                                .toNanos())
                        .sum();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
