package io.timbre.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A Python library. Each lane is an interpreter of its own, since two threads of one would wait for each other; each
 * times itself, so that what it takes to ask is not counted.
 */
final class PythonPeer implements Contestant {
    private final String name;
    private final List<PythonProcess> processes;

    PythonPeer(String name, List<PythonProcess> processes) {
        this.name = name;
        this.processes = processes;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return name + " "
                + processes.getFirst().greeting().path("versions").path(name).asText();
    }

    @Override
    public boolean does(SignalTask task) {
        for (var known : processes.getFirst().greeting().path("tasks").path(name)) {
            if (known.asText().equals(task.label())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Span work(SignalJob job, int times, int lane) throws IOException {
        var reply = processes.get(lane).ask(request(job, Map.of("times", times)));
        return new Span(reply.path("began").asLong(), reply.path("ended").asLong());
    }

    @Override
    public float[] result(SignalJob job) throws IOException {
        Path file = Files.createTempFile("timbre-bench", ".f32");
        try {
            processes.getFirst().ask(request(job, Map.of("result", file.toString())));
            return FloatFiles.read(file);
        } finally {
            Files.delete(file);
        }
    }

    private Map<String, Object> request(SignalJob job, Map<String, ?> more) {
        var request = new TreeMap<String, Object>(more);
        request.put("peer", name);
        request.put("task", job.task().label());
        request.put("file", job.input().toString());
        request.put("rate", job.sampleRateHz());
        return request;
    }
}
