package io.timbre.cli;

import io.timbre.embedded.JavaCommand;
import io.timbre.embedded.Readiness;
import java.util.List;

/**
 * One process of the chain.
 *
 * @param address where it is reached, for people to read
 */
record Part(String name, String address, JavaCommand command, Readiness readiness) {
    Part withOptions(List<String> more) {
        return new Part(name, address, command.withOptions(more), readiness);
    }
}
