package io.timbre.cli;

import java.util.List;
import java.util.Locale;

/** The five services, in the order of their ports, with what their JVMs need on one small machine. */
enum Service {
    INGEST("-Xmx160m"),
    /** Its signal code is the hot code of the whole: it gets SIMD and the optimising compiler. */
    FEATURES("-Xmx384m", "--add-modules=jdk.incubator.vector"),
    INFERENCE("-Xmx384m"),
    /** It works for seconds at a time on what nobody else waits for. */
    EXPLAIN("-Xmx768m", "--add-modules=jdk.incubator.vector") {
        @Override
        List<String> starter() {
            return List.of("nice", "-n", "10");
        }
    },
    TRAINER("-Xmx160m", "-XX:TieredStopAtLevel=1");

    private final List<String> jvmOptions;

    Service(String... jvmOptions) {
        this.jvmOptions = List.of(jvmOptions);
    }

    /** As in folders, host names and addresses. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What starts its JVM, so that it stands behind the others when they have work. */
    List<String> starter() {
        return List.of();
    }

    List<String> jvmOptions() {
        return jvmOptions;
    }
}
