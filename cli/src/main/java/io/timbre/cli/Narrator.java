package io.timbre.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells on one stream, a line at a time, what happens to the parts. */
final class Narrator {
    private static final int SIGNAL_BASE = 128;
    private static final int SIGKILL = SIGNAL_BASE + 9;

    private final PrintStream stream;

    Narrator(PrintStream stream) {
        this.stream = stream;
    }

    void say(String text) {
        stream.println(text);
    }

    void ready(String name, Duration startTime) {
        say(String.format(Locale.ROOT, "  %-10s ready after %s", name, seconds(startTime)));
    }

    void ended(String name, String ending, Duration pause, String lastWords) {
        say("timbre: " + name + " " + ending + "; starting it again in " + seconds(pause) + ". " + lastWords);
    }

    /** Everything a part prints, with its name before it. */
    void quote(String name, String line) {
        say(String.format(Locale.ROOT, "%-10s| %s", name, line));
    }

    static String ending(int exitStatus) {
        if (exitStatus == SIGKILL) {
            return "was killed (SIGKILL; by the kernel, if memory ran out)";
        }
        return exitStatus > SIGNAL_BASE
                ? "was ended by signal " + (exitStatus - SIGNAL_BASE)
                : "ended with status " + exitStatus;
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
