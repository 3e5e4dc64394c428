package io.timbre.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Which variables of the environment a service takes for its settings, from where the settings are declared. */
final class Settings {
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([a-z.-]+)\"\\)");
    private static final String QUARKUS_MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";

    private Settings() {}

    static Set<String> variables(String service) {
        var variables = new TreeSet<String>();
        Stream.of(
                        Sources.properties(service).stringPropertyNames().stream(),
                        mapped(service),
                        named(service),
                        kafkaClients(),
                        quarkusKafkaStreams())
                .flatMap(keys -> keys)
                .map(Settings::variable)
                .forEach(variables::add);
        return variables;
    }

    /** Those whose default begins so, in the file of properties or in the code. */
    static Set<String> withDefault(String service, String start) {
        var properties = Sources.properties(service);
        var variables = new TreeSet<String>();
        properties.stringPropertyNames().stream()
                .filter(key -> properties.getProperty(key).startsWith(start))
                .map(Settings::variable)
                .forEach(variables::add);
        for (var code : Sources.mainCode(service)) {
            var defaults =
                    Pattern.compile("@WithDefault\\(\"" + Pattern.quote(start) + "[^\"]*\"\\)\\s+\\w+ (\\w+)\\(\\)");
            MAPPING.matcher(code)
                    .results()
                    .flatMap(mapping ->
                            defaults.matcher(code).results().map(method -> key(mapping.group(1), method.group(1))))
                    .map(Settings::variable)
                    .forEach(variables::add);
        }
        return variables;
    }

    /** As MicroProfile Config names it: capitals, and a line for all that is neither letter nor digit. */
    private static String variable(String key) {
        return key.replaceAll("[^a-zA-Z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** The methods of the interfaces that Quarkus fills. */
    private static Stream<String> mapped(String service) {
        var code = Manifests.HOME.resolve(service).resolve("src/main/java");
        try (Stream<Path> files = Files.walk(code)) {
            return files.filter(file -> file.toString().endsWith("Config.java")).toList().stream()
                    .flatMap(file -> MAPPING.matcher(Sources.read(file.toString()))
                            .results()
                            .flatMap(mapping -> keys(mapping.group(1), type(code.relativize(file)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> type(Path file) {
        try {
            var name = file.toString().replace('/', '.');
            return Class.forName(name.substring(0, name.length() - ".java".length()));
        } catch (ClassNotFoundException e) {
            throw new LinkageError(file + " is not compiled", e);
        }
    }

    private static Stream<String> keys(String prefix, Class<?> mapping) {
        return Stream.of(mapping.getMethods()).flatMap(method -> keys(prefix, method));
    }

    private static Stream<String> keys(String prefix, Method method) {
        var key = key(prefix, method.getName());
        var type = method.getReturnType();
        return type.isInterface() && type.isMemberClass() ? keys(key, type) : Stream.of(key);
    }

    /** What is injected by its name. */
    private static Stream<String> named(String service) {
        return Sources.mentions(service, "@ConfigProperty\\(\\s*name = \"([a-z0-9.-]+)\"").stream();
    }

    private static Stream<String> kafkaClients() {
        return Stream.concat(ProducerConfig.configNames().stream(), ConsumerConfig.configNames().stream())
                .map(name -> "kafka." + name);
    }

    private static Stream<String> quarkusKafkaStreams() {
        try (var model = Settings.class.getClassLoader().getResourceAsStream(QUARKUS_MODEL)) {
            return new ObjectMapper()
                    .readTree(model).findValues("property").stream().map(JsonNode::asText);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(String prefix, String method) {
        return prefix + "." + method.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
