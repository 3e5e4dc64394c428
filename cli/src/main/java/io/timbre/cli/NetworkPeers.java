package io.timbre.cli;

import ai.djl.engine.EngineException;
import io.timbre.networks.engine.ComputeEngine;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Whom of those that compute networks this machine has, besides MXNet. */
final class NetworkPeers implements AutoCloseable {
    private static final String PYTORCH_ADVICE = "put ai.djl.pytorch's engine and natives on the class path";

    private final List<NetworkContestant> found = new ArrayList<>();
    private final List<PythonProcess> processes = new ArrayList<>();

    /** @param log learns of each peer that is skipped, and how to have it */
    NetworkPeers(String python, PrintStream log) {
        findPyTorch(log);
        PythonNetworks.LIBRARIES.forEach(library -> find(library, python, log));
    }

    List<NetworkContestant> found() {
        return List.copyOf(found);
    }

    private void findPyTorch(PrintStream log) {
        var peer = DjlContestant.pyTorch();
        try {
            ComputeEngine.PYTORCH.engine();
            found.add(peer);
        } catch (IllegalArgumentException | EngineException absent) {
            skip(peer.name(), "it does not load: " + absent.getMessage(), PYTORCH_ADVICE, log);
        }
    }

    private void find(String library, String python, PrintStream log) {
        var advice = "`pip install " + library + "`, and --python says which interpreter";
        try {
            var process = PythonProcess.start(python, PythonNetworks.SCRIPT, library);
            processes.add(process);
            if (process.greeting().path("versions").has(library)) {
                found.add(new PythonNetworks(library, process));
            } else {
                skip(library, python + " does not import it", advice, log);
            }
        } catch (IOException absent) {
            skip(library, python + " does not start: " + absent.getMessage(), advice, log);
        }
    }

    private static void skip(String peer, String why, String advice, PrintStream log) {
        log.println("timbre: peer " + peer + " is skipped: " + why + "; to have it: " + advice);
    }

    @Override
    public void close() {
        processes.forEach(PythonProcess::close);
    }
}
