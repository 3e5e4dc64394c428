package io.timbre.k8s.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import io.timbre.k8s.monitoring.Type.Constant;
import io.timbre.k8s.monitoring.Type.Field;
import io.timbre.k8s.monitoring.Type.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What Grafana takes as a dashboard, by the types that it publishes as {@code @grafana/grafana-foundation-sdk}: the
 * dashboard itself, the options of each kind of panel, and queries to Prometheus.
 */
final class GrafanaSchema {
    private static final String DASHBOARD = "dashboard";

    private final Map<String, Map<String, Type>> modules;

    private GrafanaSchema(Map<String, Map<String, Type>> modules) {
        this.modules = modules;
    }

    /** @param sdk the package's folder {@code dist} */
    static GrafanaSchema read(Path sdk) throws IOException {
        var modules = new HashMap<String, Map<String, Type>>();
        try (var folders = Files.list(sdk)) {
            for (var folder : folders.toList()) {
                var types = folder.resolve("types.gen.d.ts");
                if (Files.exists(types)) {
                    var name = folder.getFileName().toString();
                    modules.put(name, TypeReader.read(name, Files.readString(types)));
                }
            }
        }
        // Which queries there are depends on the data source, and ours is Prometheus.
        modules.put("cog", Map.of("Dataquery", new Reference("prometheus", "Dataquery")));
        return new GrafanaSchema(modules);
    }

    /** Units that Grafana knows how to write. */
    Set<String> units() {
        return modules.getOrDefault("units", Map.of()).values().stream()
                .map(unit -> ((Constant) unit).value().asText())
                .collect(Collectors.toSet());
    }

    /** What is wrong with it; nothing if Grafana takes it. */
    List<String> complaints(JsonNode dashboard) {
        var complaints = new ArrayList<>(complaints(dashboard, new Reference(DASHBOARD, "Dashboard"), ""));
        for (var panel : dashboard.path("panels")) {
            if (!panel.path("type").asText().equals("row")) {
                complaints.addAll(complaintsOfItsKind(panel));
            }
        }
        return complaints;
    }

    /** What the dashboard leaves open, each kind of panel defines for itself. */
    private List<String> complaintsOfItsKind(JsonNode panel) {
        var kind = panel.path("type").asText();
        var where = "/" + panel.path("title").asText();
        var types = modules.getOrDefault(kind, Map.of());
        var options = Optional.ofNullable(types.get("Options"));
        if (options.isEmpty()) {
            return List.of(where + ": there is no panel of type " + kind);
        }
        var custom = panel.at("/fieldConfig/defaults/custom");
        var fields = Optional.ofNullable(types.get("FieldConfig"));
        return Stream.of(
                        complaints(panel.path("options"), options.get(), where + "/options"),
                        custom.isMissingNode()
                                ? List.<String>of()
                                : fields.map(type -> complaints(custom, type, where + "/custom"))
                                        .orElse(List.of(where + "/custom: there is nothing to set for " + kind)))
                .flatMap(List::stream)
                .toList();
    }

    private List<String> complaints(JsonNode value, Type type, String where) {
        return switch (type) {
            case Type.Any any -> List.of();
            case Type.Plain plain -> unless(is(value, plain.name()), value, plain.name(), where);
            case Constant constant -> unless(value.equals(constant.value()), value, constant.value(), where);
            case Type.ListOf list ->
                value.isArray() ? inList(value, list.element(), where) : unless(false, value, "a list", where);
            case Type.MapOf map ->
                value.isObject() ? inMap(value, map.value(), where) : unless(false, value, "an object", where);
            case Type.OneOf alternatives ->
                alternatives.types().stream()
                        .map(alternative -> complaints(value, alternative, where))
                        .min(Comparator.comparingInt(List::size))
                        .orElseThrow();
            case Type.Shape shape ->
                value.isObject() ? inShape(value, shape.fields(), where) : unless(false, value, "an object", where);
            case Reference reference -> complaints(value, resolve(reference), where);
        };
    }

    private Type resolve(Reference reference) {
        return Optional.ofNullable(
                        modules.getOrDefault(reference.module(), Map.of()).get(reference.name()))
                .orElseThrow(() -> new IllegalArgumentException("no type " + reference));
    }

    private static boolean is(JsonNode value, String plain) {
        return switch (plain) {
            case "string" -> value.isTextual();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> value.isNull();
        };
    }

    private static List<String> unless(boolean holds, JsonNode value, Object wanted, String where) {
        return holds ? List.of() : List.of("%s: wants %s, is %s".formatted(where, wanted, value));
    }

    private List<String> inList(JsonNode list, Type element, String where) {
        return StreamSupport.stream(list.spliterator(), false)
                .flatMap(value -> complaints(
                        value, element, where + "/" + value.path("title").asText("-"))
                        .stream())
                .toList();
    }

    private List<String> inMap(JsonNode map, Type type, String where) {
        return map.properties().stream()
                .flatMap(entry -> complaints(entry.getValue(), type, where + "/" + entry.getKey()).stream())
                .toList();
    }

    private List<String> inShape(JsonNode value, Map<String, Field> fields, String where) {
        var complaints = new ArrayList<String>();
        value.fieldNames().forEachRemaining(name -> {
            if (!fields.containsKey(name)) {
                complaints.add(where + ": has no field " + name);
            }
        });
        fields.forEach((name, field) -> {
            if (value.has(name)) {
                complaints.addAll(complaints(value.path(name), field.type(), where + "/" + name));
            } else if (!field.optional()) {
                complaints.add(where + ": wants a field " + name);
            }
        });
        return complaints;
    }
}
