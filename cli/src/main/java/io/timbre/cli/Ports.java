package io.timbre.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntPredicate;

/**
 * Ten ports in a row on 127.0.0.1: the one address people use, and after it the parts in a fixed order.
 *
 * @param gateway the first of them, at most {@value #HIGHEST}
 */
record Ports(int gateway) {
    static final int COUNT = 10;
    private static final int HIGHEST = 65_535 - COUNT + 1;
    private static final int LOWEST_SPARE = 20_000;
    private static final int HIGHEST_SPARE = 32_700;

    Ports {
        if (gateway < 1 || gateway > HIGHEST) {
            throw new CommandFailedException("--port must be from 1 to " + HIGHEST + ": was " + gateway);
        }
    }

    /**
     * Ten ports in a row that are free now. Below those that systems give to outgoing connections (from 32,768 on
     * Linux), one of which could take a part's port while the part is being started again.
     */
    static Ports spare() {
        while (true) {
            var candidate = new Ports(ThreadLocalRandom.current().nextInt(LOWEST_SPARE, HIGHEST_SPARE));
            if (candidate.areFree(Ports::isFree)) {
                return candidate;
            }
        }
    }

    int of(Service service) {
        return gateway + 1 + service.ordinal();
    }

    int registry() {
        return gateway + 6;
    }

    int registryManagement() {
        return gateway + 7;
    }

    int broker() {
        return gateway + 8;
    }

    int controller() {
        return gateway + 9;
    }

    /** Port numbers by the name of what listens there, in order. */
    Map<String, Integer> byName() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put("gateway", gateway);
        for (var service : Service.values()) {
            ports.put(service.label(), of(service));
        }
        ports.put("registry", registry());
        ports.put("registry management", registryManagement());
        ports.put("broker", broker());
        ports.put("controller", controller());
        return ports;
    }

    void requireFree() {
        requireFree(Ports::isFree);
    }

    void requireFree(IntPredicate isFree) {
        var taken = new ArrayList<String>();
        byName().forEach((name, port) -> {
            if (!isFree.test(port)) {
                taken.add(port + " (" + name + ")");
            }
        });
        if (!taken.isEmpty()) {
            throw new CommandFailedException("already in use on 127.0.0.1: " + String.join(", ", taken)
                    + ". Stop what listens there, or choose another row of ports: --port " + alternative(isFree));
        }
    }

    private int alternative(IntPredicate isFree) {
        for (var candidate = gateway + 100; candidate <= HIGHEST; candidate += 100) {
            if (new Ports(candidate).areFree(isFree)) {
                return candidate;
            }
        }
        return spare().gateway();
    }

    private boolean areFree(IntPredicate isFree) {
        return byName().values().stream().allMatch(isFree::test);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
