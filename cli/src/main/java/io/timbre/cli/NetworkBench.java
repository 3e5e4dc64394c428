package io.timbre.cli;

import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.table.Network;
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
 * torch from Python where the machine has it, and what training does to this process' memory.
 */
@Command(
        name = "networks",
        description = "Predicting and training, side by side with PyTorch through DJL and torch from Python.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class NetworkBench implements Callable<Integer> {
    /** Of every network: Stephen's too have a logit a class here, not the one that tells two apart. */
    private static final int CLASSES = 10;

    private static final String WATCHED = "vanmieghem-cnn";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--network",
            split = ",",
            paramLabel = "NAME",
            description = "Only these; by default all, and " + WATCHED + " for memory.")
    private List<String> names = List.of();

    @Option(names = "--batch", split = ",", description = "Samples at once.", defaultValue = "1,32,256")
    private List<Integer> batches = List.of();

    @Option(names = "--rounds", description = "Turns of each contestant at each case.", defaultValue = "5")
    private int rounds = 5;

    @Option(names = "--steps", description = "Of training, whose memory is watched; 0: none.", defaultValue = "10000")
    private int steps = 10_000;

    @Option(names = "--memory-gb", description = "Cases whose activations need more are left out.", defaultValue = "4")
    private double memoryGb = 4;

    @Option(names = "--quick", description = "One round, hardly warm: does it work at all?")
    private boolean quick;

    @Option(
            names = "--python",
            description = "Interpreter that has torch; also TIMBRE_PYTHON.",
            defaultValue = "${env:TIMBRE_PYTHON:-python3}")
    private String python = "python3";

    @Override
    public Integer call() throws IOException, InterruptedException {
        var compared = networks(names.isEmpty() ? List.copyOf(Zoo.classifiers()) : names);
        var watched = networks(names.isEmpty() ? List.of(WATCHED) : names);
        var ours = new DjlContestant("mxnet", ComputeEngine.MXNET);
        try (var peers = new NetworkPeers(python, System.err);
                var contest = quick ? Contest.quick(1) : Contest.thorough(1, rounds)) {
            var referee = new NetworkReferee(ours, peers.found(), contest, System.out, System.err);
            for (var network : compared) {
                for (int batch : batches) {
                    judge(network, batch, referee);
                }
            }
            for (var network : steps > 0 ? watched : List.<Network>of()) {
                TrainingMemory.of(network, steps).forEach(referee::judge);
            }
            System.err.println(referee.report());
        }
        return 0;
    }

    private void judge(Network network, int batch, NetworkReferee referee) throws IOException, InterruptedException {
        for (var task : NetworkTask.values()) {
            double needed = task.gigabytes(network, batch);
            if (needed > memoryGb) {
                System.err.printf(
                        "timbre: %s, %s, batch %d is left out: it needs about %.0f GB; --memory-gb allows it%n",
                        network.name(), task.label(), batch, needed);
            } else {
                referee.judge(network, task, batch);
            }
        }
    }

    private List<Network> networks(List<String> wanted) {
        try {
            return wanted.stream().map(name -> Zoo.network(name, CLASSES)).toList();
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), "--network: " + unknown.getMessage());
        }
    }
}
