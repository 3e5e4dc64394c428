package io.timbre.trainer.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {

    private static final Map<String, String> ORIGIN = Map.of("network", "dense", "seed", "1");

    @TempDir
    private Path folder;

    @BeforeEach
    void leaveAState() {
        new StateFile(folder, ORIGIN).write(state((byte) 1));
    }

    @Test
    void givesBackWhatWasLeft() {
        assertThat(read(ORIGIN).best()).containsExactly(1);
        assertThat(read(ORIGIN).memory().getFirst()).containsExactly(0.5f, -2);
    }

    @Test
    void hasNothingWhereNothingWasLeft() {
        assertThat(new StateFile(folder.resolve("elsewhere"), ORIGIN).read()).isEmpty();
    }

    @Test
    void refusesTheStateOfAnotherFit() {
        refuses(Map.of("network", "deep", "seed", "1"), "its network is dense, not deep");
        refuses(Map.of("network", "dense", "seed", "1", "data", "jazz"), "its data is unknown, not jazz");
        refuses(Map.of("network", "dense"), "its seed is 1, not unknown");
    }

    @Test
    void refusesADamagedState() throws IOException {
        var bytes = Files.readAllBytes(file());
        bytes[bytes.length / 2] ^= 1;
        Files.write(file(), bytes);
        refuses(ORIGIN, "is damaged: remove it to begin anew");
    }

    @Test
    void refusesAStateThatWasCutOff() throws IOException {
        for (int length : new int[] {0, 7, 20}) {
            Files.write(file(), Arrays.copyOf(Files.readAllBytes(file()), length));
            refuses(ORIGIN, "is damaged: remove it to begin anew");
        }
    }

    @Test
    void keepsTheStateBeforeWhenAWriteWasKilled() throws IOException {
        Files.write(folder.resolve("fit.state.new"), new byte[] {1, 2, 3});
        assertThat(read(ORIGIN).best()).containsExactly(1);
        new StateFile(folder, ORIGIN).write(state((byte) 2));
        assertThat(read(ORIGIN).best()).containsExactly(2);
    }

    private void refuses(Map<String, String> origin, String why) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(origin)).withMessageContaining(why);
    }

    private FitState read(Map<String, String> origin) {
        return new StateFile(folder, origin).read().orElseThrow();
    }

    private Path file() {
        return folder.resolve("fit.state");
    }

    private static FitState state(byte best) {
        return new FitState(List.of(), List.of(new float[] {0.5f, -2}), new byte[] {best});
    }
}
