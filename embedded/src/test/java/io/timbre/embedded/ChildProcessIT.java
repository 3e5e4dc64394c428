package io.timbre.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ChildProcessIT {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();

    @Test
    void endsWhenItsParentIsKilled() throws Exception {
        var parent = start(Parent.class);
        var child = ProcessHandle.of(Long.parseLong(nextLine())).orElseThrow();

        parent.stop(Duration.ZERO);

        child.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void leavesCtrlCToItsParent() throws Exception {
        var child = start(Sleeper.class);
        nextLine();

        assertThat(new ProcessBuilder("kill", "-INT", Long.toString(child.pid()))
                        .start()
                        .waitFor())
                .isZero();

        Thread.sleep(500);
        assertThat(child.isAlive()).isTrue();
        child.stop(PATIENCE);
        assertThat(child.awaitExit()).as("128 + SIGTERM").isEqualTo(143);
    }

    @Test
    void endsByForceWhatDoesNotEndWithinItsGrace() throws Exception {
        var child = start(Stubborn.class);
        nextLine();

        child.stop(Duration.ofMillis(200));

        assertThat(child.awaitExit()).as("128 + SIGKILL").isEqualTo(137);
    }

    @Test
    void saysWithWhatStatusAProcessEndedThatNeverBecameReady() {
        assertThatThrownBy(() -> start(Failing.class).awaitReady(() -> false, PATIENCE))
                .hasMessageContaining("ended with status 3");
    }

    @Test
    void saysHowLongItWaited() throws Exception {
        var child = start(Sleeper.class);
        assertThatThrownBy(() -> child.awaitReady(() -> false, Duration.ofSeconds(1)))
                .hasMessage("not ready after 1 s");
        child.stop(PATIENCE);
    }

    private ChildProcess start(Class<?> main) {
        return ChildProcess.start(commandFor(main), log::add);
    }

    private String nextLine() throws InterruptedException {
        var line = log.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(line).as("a line of the child's output").isNotNull();
        return line;
    }

    private static JavaCommand commandFor(Class<?> main) {
        return new JavaCommand(
                List.of("-Xmx32m", "-XX:TieredStopAtLevel=1"),
                List.of(Path.of("target/classes"), Path.of("target/test-classes")),
                main.getName(),
                List.of(),
                Map.of());
    }

    public static final class Parent {
        public static void main(String[] arguments) throws InterruptedException {
            System.out.println(
                    ChildProcess.start(commandFor(Sleeper.class), line -> {}).pid());
            Thread.currentThread().join();
        }
    }

    public static final class Sleeper {
        public static void main(String[] arguments) throws InterruptedException {
            System.out.println("awake");
            Thread.currentThread().join();
        }
    }

    public static final class Stubborn {
        public static void main(String[] arguments) throws InterruptedException {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> sleepFor(Duration.ofMinutes(1))));
            Sleeper.main(arguments);
        }

        private static void sleepFor(Duration duration) {
            try {
                Thread.sleep(duration);
            } catch (InterruptedException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    public static final class Failing {
        public static void main(String[] arguments) {
            System.exit(3);
        }
    }
}
