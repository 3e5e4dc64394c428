package io.timbre.cli;

import io.timbre.networks.zoo.Classifier;
import io.timbre.networks.zoo.Zoo;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code timbre bench networks}: every classifier of the zoo on MXNet, side by side with PyTorch through DJL and with
 * torch and Keras from Python where the machine has them, and what training does to a process' memory.
 */
@Command(
        name = "networks",
        description = "Predicting and training, side by side with PyTorch through DJL, torch and Keras.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class NetworkBench implements Callable<Integer> {
    private static final List<String> WATCHED = List.of("vanmieghem-cnn", "lee-lstm", "vanmieghem-combined");
    private static final List<Integer> STEPS = List.of(1_000, 10_000);
    private static final List<Integer> QUICK_STEPS = List.of(50, 500);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--network",
            split = ",",
            paramLabel = "NAME",
            description = "Only these; by default all, and for memory three of them.")
    private List<String> names = List.of();

    @Option(names = "--batch", split = ",", description = "Samples at once.", defaultValue = "1,32,256")
    private List<Integer> batches = List.of();

    @Option(names = "--rounds", description = "Turns of each contestant at each case.", defaultValue = "5")
    private int rounds = 5;

    @Option(
            names = "--steps",
            split = ",",
            description =
                    "Of training, after which memory is told; 0: never. By default 1000,10000, or 50,500 quickly.")
    private List<Integer> steps = List.of();

    @Option(names = "--memory-gb", description = "Cases whose activations need more are left out.", defaultValue = "4")
    private double memoryGb = 4;

    @Option(names = "--quick", description = "One round, hardly warm: does it work at all?")
    private boolean quick;

    @Option(
            names = "--python",
            description = "Interpreter that has torch or keras; also TIMBRE_PYTHON.",
            defaultValue = "${env:TIMBRE_PYTHON:-python3}")
    private String python = "python3";

    @Override
    public Integer call() throws IOException, InterruptedException {
        var compared = classifiers(names.isEmpty() ? List.copyOf(Zoo.classifiers()) : names);
        var watched = classifiers(names.isEmpty() ? WATCHED : names);
        try (var peers = new NetworkPeers(python, System.err);
                var contest = quick ? Contest.quick(1) : Contest.brief(1, rounds)) {
            var referee = new NetworkReferee(DjlContestant.timbre(), peers.found(), contest, System.out, System.err);
            for (var classifier : compared) {
                for (int batch : batches) {
                    judge(classifier, batch, referee);
                }
            }
            watch(watched, referee);
            System.err.println(referee.report());
        }
        return 0;
    }

    private void watch(List<Classifier> watched, NetworkReferee referee) throws IOException, InterruptedException {
        var asked = steps.isEmpty() ? quick ? QUICK_STEPS : STEPS : steps;
        var counts = asked.stream().filter(count -> count > 0).sorted().toList();
        if (counts.isEmpty()) {
            return;
        }
        if (!TrainingMemory.isKnown()) {
            System.err.println("timbre: memory is left out: this system does not tell it");
            return;
        }
        for (var classifier : watched) {
            TrainingMemory.of(classifier, counts).forEach(referee::judge);
        }
    }

    private void judge(Classifier classifier, int batch, NetworkReferee referee)
            throws IOException, InterruptedException {
        var network = classifier.network();
        for (var task : NetworkTask.values()) {
            double needed = task.gigabytes(network, batch);
            if (needed > memoryGb) {
                System.err.printf(
                        "timbre: %s, %s, batch %d is left out: it needs about %.0f GB; --memory-gb allows it%n",
                        network.name(), task.label(), batch, needed);
            } else {
                referee.judge(classifier, task, batch);
            }
        }
    }

    private List<Classifier> classifiers(List<String> wanted) {
        try {
            return wanted.stream().map(Zoo::classifier).toList();
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), "--network: " + unknown.getMessage());
        }
    }
}
