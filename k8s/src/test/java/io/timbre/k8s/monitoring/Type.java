package io.timbre.k8s.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** A type of TypeScript, as far as JSON can be of it. */
sealed interface Type {
    /** Whatever one likes. */
    record Any() implements Type {}

    /** {@code string}, {@code number}, {@code boolean} or {@code null}. */
    record Plain(String name) implements Type {}

    /** One value, such as a member of an enumeration. */
    record Constant(JsonNode value) implements Type {}

    record ListOf(Type element) implements Type {}

    record MapOf(Type value) implements Type {}

    record OneOf(List<Type> types) implements Type {}

    /** An object of these fields and no others. */
    record Shape(Map<String, Field> fields) implements Type {}

    /** A type that is declared elsewhere. */
    record Reference(String module, String name) implements Type {}

    record Field(Type type, boolean optional) {}
}
