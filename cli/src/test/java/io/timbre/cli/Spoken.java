package io.timbre.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;

/** What a command said on standard output and standard error, and its exit status. */
record Spoken(int status, List<String> out, List<String> err) {
    static Spoken by(String... arguments) {
        return by(Timbre::commandLine, arguments);
    }

    /** @param command made only once the streams are ours: a command keeps those that it was born with */
    static Spoken by(Supplier<CommandLine> command, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var realOut = System.out;
        var realErr = System.err;
        try {
            System.setOut(new PrintStream(out, true, UTF_8));
            System.setErr(new PrintStream(err, true, UTF_8));
            var status = command.get().setErr(new PrintWriter(System.err, true)).execute(arguments);
            return new Spoken(
                    status,
                    out.toString(UTF_8).lines().toList(),
                    err.toString(UTF_8).lines().toList());
        } finally {
            System.setOut(realOut);
            System.setErr(realErr);
        }
    }
}
