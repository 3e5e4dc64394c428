package io.timbre.embedded;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Runs another class's {@code main} in a JVM that ends when the process that started it does: {@code Leash MAIN_CLASS
 * ARGUMENTS...}.
 *
 * <p>The parent holds the other end of standard input and never writes. When the parent ends, in whatever way, SIGKILL
 * included, the kernel closes that pipe; the read here returns, and the child shuts down in order. Should that take
 * longer than {@link #PATIENCE}, it is cut short. Polling the parent's pid would notice later and could meet a reused
 * pid; a process group would need native calls; a Java agent would have to be built into each service. This is one
 * class on the class path before theirs.
 *
 * <p>Ctrl-C reaches every process of the terminal at once, but services must stop before the broker does: so the child
 * ignores SIGINT and SIGHUP and leaves it to the parent to end it with SIGTERM in the right order.
 */
public final class Leash {
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private Leash() {}

    public static void main(String[] arguments) throws Throwable {
        Signal.handle(new Signal("INT"), SignalHandler.SIG_IGN);
        Signal.handle(new Signal("HUP"), SignalHandler.SIG_IGN);
        Thread.ofPlatform().daemon().name("leash").start(Leash::endWithParent);
        var rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        try {
            Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private static void endWithParent() {
        awaitEndOfInput();
        Thread.ofPlatform().daemon().name("leash-impatience").start(Leash::haltAfterPatience);
        System.exit(0);
    }

    private static void awaitEndOfInput() {
        try {
            while (System.in.read() >= 0) {}
        } catch (IOException gone) {
            // As good as its end.
        }
    }

    private static void haltAfterPatience() {
        try {
            Thread.sleep(PATIENCE);
        } catch (InterruptedException impossible) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}
