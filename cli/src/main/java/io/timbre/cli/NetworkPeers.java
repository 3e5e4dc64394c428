package io.timbre.cli;

import ai.djl.engine.EngineException;
import io.timbre.networks.engine.ComputeEngine;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Whom of those that compute networks this machine has, besides MXNet. */
final class NetworkPeers implements AutoCloseable {
    private static final String PYTHON_ADVICE = "`pip install torch`, and --python says which interpreter";
    private static final String PYTORCH_ADVICE = "put ai.djl.pytorch's engine and natives on the class path";

    private final List<NetworkContestant> found = new ArrayList<>();
    private final List<PythonProcess> processes = new ArrayList<>();

    /** @param log learns of each peer that is skipped, and how to have it */
    NetworkPeers(String python, PrintStream log) {
        findPyTorch(log);
        findTorch(python, log);
    }

    List<NetworkContestant> found() {
        return List.copyOf(found);
    }

    private void findPyTorch(PrintStream log) {
        try {
            ComputeEngine.PYTORCH.engine();
            found.add(new DjlContestant("djl-pytorch", ComputeEngine.PYTORCH));
        } catch (IllegalArgumentException | EngineException absent) {
            log.println(
                    "timbre: peer djl-pytorch is skipped: " + absent.getMessage() + "; to have it: " + PYTORCH_ADVICE);
        }
    }

    private void findTorch(String python, PrintStream log) {
        try {
            var process = PythonProcess.start(python, "networks.py");
            processes.add(process);
            if (process.greeting().path("versions").has(TorchContestant.NAME)) {
                found.add(new TorchContestant(process));
                return;
            }
        } catch (IOException absent) {
            log.println("timbre: " + python + " does not start: " + absent.getMessage());
        }
        log.println("timbre: peer torch is skipped: " + python + " does not import it; to have it: " + PYTHON_ADVICE);
    }

    @Override
    public void close() {
        processes.forEach(PythonProcess::close);
    }
}
