package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatusTableTest {
    @Test
    void alignsItsColumns() {
        var table = new StatusTable("part", "where", "memory")
                .row("broker", "127.0.0.1:8088", "211 MB")
                .row("up", "", "90 MB");

        assertThat(table).hasToString("""
                part     where            memory
                broker   127.0.0.1:8088   211 MB
                up                        90 MB""");
    }
}
