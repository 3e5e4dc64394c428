package io.timbre.cli;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.table.Network;
import io.timbre.networks.zoo.Classifier;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How much of a JVM that trains lies in memory, after so many steps and after many more.
 *
 * <p>Each network has a new JVM, whose heap is small and in memory from the start: what grows is not the heap. Small
 * batches and short sequences, since what a step leaves behind does not depend on them, and ten thousand steps take a
 * while.
 */
final class TrainingMemory {
    static final int ROWS = 2;
    private static final int HEAP_MB = 256;

    private static final int MOST_FRAMES = 8;
    private static final String ANSWER = "resident bytes after %d steps: ";

    private TrainingMemory() {}

    /** Whether this system tells how much of a process lies in memory. */
    static boolean isKnown() {
        return ResidentMemory.of(ProcessHandle.current().pid()).isPresent();
    }

    /**
     * Resident memory after each of these numbers of steps, in MB.
     *
     * @param steps ascending
     * @throws CommandFailedException if a heap of 256 MB does not suffice
     */
    static List<BenchLine> of(Classifier classifier, List<Integer> steps) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of(
                "bench", TrainingMemoryCommand.NAME, classifier.network().name()));
        steps.forEach(count -> arguments.add(count.toString()));
        var said = new SmallJvm(HEAP_MB, List.of("-Xms" + HEAP_MB + "m", "-XX:+AlwaysPreTouch"))
                .answer(arguments.toArray(String[]::new));
        var shape = shortened(classifier.network()).inputShape();
        return steps.stream()
                .map(count -> BenchLine.alone(
                        "networks",
                        "%s, resident memory after %,d steps of training, batch %d of %s, a heap of %d MB"
                                .formatted(classifier.network().name(), count, ROWS, shape, HEAP_MB),
                        bytes(said, count) / 1e6,
                        "MB"))
                .toList();
    }

    /** What the JVM that trains says. */
    static String answer(int steps, long bytes) {
        return ANSWER.formatted(steps) + bytes;
    }

    private static long bytes(String said, int steps) {
        var answer = Pattern.compile("^" + ANSWER.formatted(steps) + "(\\d+)$", Pattern.MULTILINE)
                .matcher(said);
        if (!answer.find()) {
            throw new CommandFailedException("it must say its memory after " + steps + " steps: said " + said);
        }
        return Long.parseLong(answer.group(1));
    }

    /** With the first few frames of a sequence; the layers hold as many numbers. */
    static Network shortened(Network network) {
        var shape = network.inputShape();
        return shape.dimension() == 2
                ? new Network(
                        network.name(), new Shape(Math.min(shape.get(0), MOST_FRAMES), shape.get(1)), network.layers())
                : network;
    }
}
