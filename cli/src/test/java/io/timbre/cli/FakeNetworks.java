package io.timbre.cli;

import io.timbre.cli.Contestant.Span;
import io.timbre.networks.zoo.Classifier;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Computes nothing, and says that a batch took so long; notes what was asked for and what was closed. */
record FakeNetworks(String name, double millis, List<String> noted) implements NetworkContestant {
    FakeNetworks(String name, double millis) {
        this(name, millis, new CopyOnWriteArrayList<>());
    }

    @Override
    public String description() {
        return name + " 1.0";
    }

    @Override
    public ReadyNetwork ready(Classifier classifier, NetworkTask task, int batch) throws PeerException {
        if (Double.isNaN(millis)) {
            throw new PeerException("no such layer");
        }
        noted.add("ready");
        return new ReadyNetwork() {
            @Override
            public Span work(int times, int lane) {
                return new Span(0, Math.round(times * millis * 1e6));
            }

            @Override
            public void close() {
                noted.add("closed");
            }
        };
    }
}
