package io.timbre.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** {@code timbre COMMAND}: results on standard output, progress and failures on standard error. */
@Command(
        name = "timbre",
        mixinStandardHelpOptions = true,
        version = "timbre 0.1.0",
        description = "Tags music by genre as it arrives, explains its decisions and keeps learning.",
        footer = {"", "`timbre test` builds and tests everything."},
        subcommands = {
            UpCommand.class,
            SubmitCommand.class,
            LabelCommand.class,
            TagCommand.class,
            ExplainCommand.class,
            TrainCommand.class,
            ExperimentCommand.class,
            ExportCommand.class,
            ImagesCommand.class,
            BenchCommand.class
        })
public final class Timbre {
    /** Kept, since a logger that nobody holds forgets its level. */
    private static final Logger CUDA = Logger.getLogger("ai.djl.util.cuda");

    private Timbre() {}

    public static void main(String[] arguments) {
        // Kafka's clients tell their whole configuration otherwise.
        Logger.getLogger("").setLevel(Level.WARNING);
        // A machine without a GPU is nothing to warn of.
        CUDA.setLevel(Level.SEVERE);
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return told(new CommandLine(new Timbre()));
    }

    /** With failures that a user can act upon told in one line. */
    static CommandLine told(CommandLine line) {
        return line.setExecutionExceptionHandler((failure, command, result) -> {
            if (failure instanceof CommandFailedException) {
                command.getErr().println("timbre: " + failure.getMessage());
                return ExitCode.SOFTWARE;
            }
            throw failure;
        });
    }
}
