package io.timbre.k8s.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.timbre.k8s.monitoring.Type.Any;
import io.timbre.k8s.monitoring.Type.Constant;
import io.timbre.k8s.monitoring.Type.Field;
import io.timbre.k8s.monitoring.Type.ListOf;
import io.timbre.k8s.monitoring.Type.MapOf;
import io.timbre.k8s.monitoring.Type.OneOf;
import io.timbre.k8s.monitoring.Type.Plain;
import io.timbre.k8s.monitoring.Type.Reference;
import io.timbre.k8s.monitoring.Type.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads the declarations of a generated {@code types.gen.d.ts}: interfaces, enumerations, aliases and constants, out of
 * the small part of TypeScript that such files are written in. Anything else is an error, so nothing goes unread.
 *
 * <p>A parser of our own, because the compiler that would do it wants Node, and whoever builds Timbre shall not.
 */
final class TypeReader {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);
    private static final Pattern TOKEN = Pattern.compile("\"[^\"]*\"|'[^']*'|-?\\d+|[\\w$]+|=>|\\S");
    private static final Set<String> PLAIN = Set.of("string", "number", "boolean", "null");

    private final String module;
    private final List<String> tokens;
    private final Set<String> imported = new HashSet<>();
    private final Map<String, Type> declared = new LinkedHashMap<>();
    private int at;

    private TypeReader(String module, String source) {
        this.module = module;
        this.tokens = TOKEN.matcher(COMMENT.matcher(source).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** Types by name; members of enumerations are named {@code Enumeration.Member}. */
    static Map<String, Type> read(String module, String source) {
        var reader = new TypeReader(module, source);
        while (reader.at < reader.tokens.size()) {
            reader.declaration();
        }
        return reader.declared;
    }

    private void declaration() {
        switch (next()) {
            case "import" -> importModule();
            case "export", "declare" -> {}
            case "interface" -> declared.put(next(), shape());
            case "type" -> {
                var name = next();
                expect("=");
                declared.put(name, type());
                expect(";");
            }
            case "enum" -> enumeration();
            case "const" -> constant();
            default -> throw unexpected();
        }
    }

    /** {@code import * as common from '../common';} */
    private void importModule() {
        expect("*");
        expect("as");
        imported.add(next());
        expect("from");
        next();
        expect(";");
    }

    private void enumeration() {
        var name = next();
        var members = new ArrayList<Type>();
        expect("{");
        while (!skip("}")) {
            var member = next();
            expect("=");
            var value = new Constant(literal(next()));
            declared.put(name + "." + member, value);
            members.add(value);
            skip(",");
        }
        declared.put(name, new OneOf(members));
    }

    /** Either a named value or, of no interest here, a function that makes a default. */
    private void constant() {
        var name = next();
        if (skip("=")) {
            declared.put(name, new Constant(literal(next())));
        }
        while (!skip(";")) {
            next();
        }
    }

    private Type type() {
        var types = new ArrayList<Type>();
        do {
            types.add(lists(single()));
        } while (skip("|"));
        return types.size() == 1 ? types.getFirst() : new OneOf(types);
    }

    private Type lists(Type element) {
        var type = element;
        while (skip("[")) {
            expect("]");
            type = new ListOf(type);
        }
        return type;
    }

    private Type single() {
        var token = peek();
        if (token.equals("{")) {
            return shape();
        }
        next();
        if (token.equals("(")) {
            var inner = type();
            expect(")");
            return inner;
        }
        if (isLiteral(token)) {
            return new Constant(literal(token));
        }
        return switch (token) {
            case "any" -> new Any();
            case "Record" -> map();
            default -> PLAIN.contains(token) ? new Plain(token) : reference(token);
        };
    }

    private Type map() {
        expect("<");
        expect("string");
        expect(",");
        var value = type();
        expect(">");
        return new MapOf(value);
    }

    private Type reference(String first) {
        var steps = new ArrayList<>(List.of(first));
        while (skip(".")) {
            steps.add(next());
        }
        return imported.contains(first)
                ? new Reference(first, String.join(".", steps.subList(1, steps.size())))
                : new Reference(module, String.join(".", steps));
    }

    private Shape shape() {
        var fields = new LinkedHashMap<String, Field>();
        expect("{");
        while (!skip("}")) {
            var name = next();
            if (skip("(")) {
                // A method marks an interface, and is in no JSON.
                expect(")");
                expect(":");
                next();
            } else {
                var optional = skip("?");
                expect(":");
                fields.put(name, new Field(type(), optional));
            }
            expect(";");
        }
        return new Shape(fields);
    }

    private static boolean isLiteral(String token) {
        return token.startsWith("\"") || Character.isDigit(token.charAt(0)) || token.startsWith("-");
    }

    private static JsonNode literal(String token) {
        return token.startsWith("\"")
                ? TextNode.valueOf(token.substring(1, token.length() - 1))
                : IntNode.valueOf(Integer.parseInt(token));
    }

    private String peek() {
        return tokens.get(at);
    }

    private String next() {
        return tokens.get(at++);
    }

    private boolean skip(String token) {
        if (!peek().equals(token)) {
            return false;
        }
        at++;
        return true;
    }

    private void expect(String token) {
        if (!skip(token)) {
            at++;
            throw unexpected();
        }
    }

    private IllegalArgumentException unexpected() {
        var around = String.join(" ", tokens.subList(Math.max(0, at - 8), Math.min(tokens.size(), at + 4)));
        return new IllegalArgumentException(
                "cannot read " + module + ": unexpected " + tokens.get(at - 1) + " in " + around);
    }
}
