package io.timbre.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Whom of those that we compare ourselves with this machine has. */
final class Peers implements AutoCloseable {
    static final String SCRIPT = "peers.py";

    private static final String[] LIBRARIES = {"librosa", "torch"};
    private static final String PYTHON_ADVICE =
            "`pip install librosa==0.11.0 torch`, and --python says which interpreter";
    private static final String FFMPEG_ADVICE = "put it on the PATH, or say where it is by --ffmpeg";

    private final List<PythonProcess> processes = new ArrayList<>();
    private final List<Contestant> found = new ArrayList<>();

    /**
     * @param lanes so many will work at the same time
     * @param log learns of each peer that is skipped, and how to have it
     */
    Peers(String python, String ffmpeg, int lanes, PrintStream log) {
        startPython(python, lanes);
        for (var library : LIBRARIES) {
            if (!processes.isEmpty()
                    && processes.getFirst().greeting().path("versions").has(library)) {
                found.add(new PythonPeer(library, processes));
            } else {
                skip(library, python + " does not import it", PYTHON_ADVICE, log);
            }
        }
        FfmpegPeer.find(ffmpeg)
                .ifPresentOrElse(found::add, () -> skip(FfmpegPeer.NAME, "no command " + ffmpeg, FFMPEG_ADVICE, log));
    }

    List<Contestant> found() {
        return List.copyOf(found);
    }

    boolean has(String name) {
        return found.stream().anyMatch(peer -> peer.name().equals(name));
    }

    private void startPython(String python, int lanes) {
        try {
            for (int lane = 0; lane < lanes; lane++) {
                processes.add(PythonProcess.start(python, SCRIPT, LIBRARIES));
            }
        } catch (IOException absent) {
            close();
            processes.clear();
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
