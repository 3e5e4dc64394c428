package io.timbre.cli;

import io.timbre.embedded.JavaCommand;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A new JVM with a small heap that runs a command of ours: where memory is measured, nothing else has been before. */
record SmallJvm(int heapMb, List<String> options) {

    /**
     * What the command said, standard error included.
     *
     * @throws CommandFailedException if it failed: the heap may not suffice
     */
    String answer(String... arguments) throws IOException, InterruptedException {
        var classPath = Arrays.stream(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                .map(Path::of)
                .toList();
        var all = new ArrayList<>(List.of(
                "-Xmx" + heapMb + "m",
                "-XX:+UseSerialGC",
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED"));
        all.addAll(options);
        var command = new JavaCommand(all, classPath, Timbre.class.getName(), List.of(arguments), Map.of());
        var process =
                new ProcessBuilder(command.line()).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new CommandFailedException("a JVM with a heap of " + heapMb + " MB failed: " + said);
        }
        return said;
    }
}
