package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void followFromTheFirst() {
        assertThat(new Ports(8080).byName())
                .containsExactly(
                        entry("gateway", 8080),
                        entry("ingest", 8081),
                        entry("features", 8082),
                        entry("inference", 8083),
                        entry("explain", 8084),
                        entry("trainer", 8085),
                        entry("registry", 8086),
                        entry("registry management", 8087),
                        entry("broker", 8088),
                        entry("controller", 8089));
    }

    @Test
    void namesEveryTakenPortAndARowThatIsFree() {
        var taken = Set.of(8081, 8088, 8180);

        assertThatThrownBy(() -> new Ports(8080).requireFree(port -> !taken.contains(port)))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("8081 (ingest), 8088 (broker)")
                .hasMessageEndingWith("--port 8280");
    }

    @Test
    void noticesAPortThatSomebodyListensOn() throws Exception {
        var spare = Ports.spare();
        assertThatCode(spare::requireFree).doesNotThrowAnyException();

        try (var _ = new ServerSocket(spare.registry(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(spare::requireFree).hasMessageContaining(spare.registry() + " (registry)");
        }
    }

    @Test
    void leavesRoomForAllTen() {
        assertThat(new Ports(65_526).controller()).isEqualTo(65_535);
        assertThatThrownBy(() -> new Ports(65_527)).hasMessage("--port must be from 1 to 65526: was 65527");
        assertThatThrownBy(() -> new Ports(0)).hasMessage("--port must be from 1 to 65526: was 0");
    }

    private static Map.Entry<String, Integer> entry(String name, int port) {
        return Map.entry(name, port);
    }
}
