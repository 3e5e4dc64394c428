package io.timbre.cli;

import io.timbre.cli.Contestant.Span;
import io.timbre.networks.table.Network;
import java.io.IOException;
import java.util.Map;

/** torch in an interpreter of its own, which times itself, so that what it takes to ask is not counted. */
record TorchContestant(PythonProcess process) implements NetworkContestant {
    static final String NAME = "torch";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return NAME + " " + process.greeting().path("versions").path(NAME).asText();
    }

    @Override
    public ReadyNetwork ready(Network network, NetworkTask task, int batch) throws IOException {
        long parameters = process.ask(Map.of("network", NetworkJson.of(network), "task", task.label(), "batch", batch))
                .path("parameters")
                .asLong();
        if (parameters != network.parameterCount()) {
            throw new PeerException("it made another network: of " + parameters + " numbers, but "
                    + network.parameterCount() + " are due");
        }
        return new Ready();
    }

    private final class Ready implements ReadyNetwork {
        @Override
        public Span work(int times, int lane) throws IOException {
            var reply = process.ask(Map.of("times", times));
            return new Span(reply.path("began").asLong(), reply.path("ended").asLong());
        }

        /** The next network takes its place. */
        @Override
        public void close() {}
    }
}
