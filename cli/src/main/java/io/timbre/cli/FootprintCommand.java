package io.timbre.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code timbre bench footprint FILE}: for {@link Footprint}, in a JVM of its own. */
@Command(name = "footprint", hidden = true, description = "Extracts features and tells this process' peak memory.")
final class FootprintCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A recording.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
        new Ours().work(Footprint.job(file), 1, 0);
        System.out.println(Footprint.ANSWER
                + ResidentMemory.peakOf(ProcessHandle.current().pid()).orElseThrow());
        return 0;
    }
}
