package io.timbre.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The five services, in the order of their ports, with what their JVMs need on one small machine. */
enum Service {
    INGEST("-Xmx160m"),
    /** Its signal code is the hot code of the whole: it gets SIMD and the optimising compiler. */
    FEATURES("-Xmx384m", "--add-modules=jdk.incubator.vector"),
    INFERENCE("-Xmx384m"),
    /** It works for seconds at a time on what nobody else waits for. */
    EXPLAIN(10, "-Xmx768m", "--add-modules=jdk.incubator.vector"),
    /** It trains for minutes, and serving must not notice. */
    TRAINER(19, "-Xmx768m");

    private final int niceness;
    private final List<String> jvmOptions;

    Service(String... jvmOptions) {
        this(0, jvmOptions);
    }

    /** @param niceness how far it stands behind the others when they have work, 0 to 19 */
    Service(int niceness, String... jvmOptions) {
        this.niceness = niceness;
        this.jvmOptions = List.of(jvmOptions);
    }

    /** As in folders, host names and addresses. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What starts its JVM, so that it stands behind the others when they have work; nothing where that is missing. */
    List<String> starter() {
        return isPolite() && isOnPath("nice", System.getenv().getOrDefault("PATH", ""))
                ? List.of("nice", "-n", Integer.toString(niceness))
                : List.of();
    }

    /** Whether nobody waits for what it does: it stands behind the others, and computes on one core. */
    boolean isPolite() {
        return niceness > 0;
    }

    /** @param path folders, separated as this system does */
    static boolean isOnPath(String program, String path) {
        return Stream.of(path.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Of its options, those that have nothing to do with how large the machine is. */
    List<String> modules() {
        return jvmOptions.stream().filter(option -> option.startsWith("--")).toList();
    }

    List<String> jvmOptions() {
        return jvmOptions;
    }
}
