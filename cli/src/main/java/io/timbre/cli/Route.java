package io.timbre.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which service answers a request to the one address, and under which path.
 *
 * <pre>
 * /api/tracks/{id}/explanations, /api/explanations/…   explain
 * /api/models/…, /api/training-runs/…, /api/labels/…, /api/drift/…   trainer
 * /services/{name}/q/…                                 that service, as /q/…: health, metrics, OpenAPI
 * everything else                                      ingest
 * </pre>
 */
record Route(Service service, String path) {
    private static final String SERVICES = "services";

    /**
     * @param path as in the request line, without the query
     */
    static Route of(String path) {
        var steps = List.of(path.split("/", -1)).subList(1, Math.max(1, path.split("/", -1).length));
        return toOperations(steps).orElseGet(() -> new Route(toApi(steps), path));
    }

    private static Service toApi(List<String> steps) {
        if (steps.size() < 2 || !steps.getFirst().equals("api")) {
            return Service.INGEST;
        }
        return switch (steps.get(1)) {
            case "explanations" -> Service.EXPLAIN;
            case "models", "training-runs", "labels", "drift" -> Service.TRAINER;
            case "tracks" -> steps.size() > 3 && steps.get(3).equals("explanations") ? Service.EXPLAIN : Service.INGEST;
            default -> Service.INGEST;
        };
    }

    private static Optional<Route> toOperations(List<String> steps) {
        if (steps.size() < 3 || !steps.get(0).equals(SERVICES) || !steps.get(2).equals("q")) {
            return Optional.empty();
        }
        return Stream.of(Service.values())
                .filter(service -> service.label().equals(steps.get(1).toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(service -> new Route(service, "/" + String.join("/", steps.subList(2, steps.size()))));
    }
}
