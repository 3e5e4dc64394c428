package io.timbre.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What only the text of the code tells. */
final class Sources {
    static final List<String> SERVICES = List.of("ingest", "features", "inference", "explain", "trainer");

    private Sources() {}

    static String read(String file) {
        try {
            return Files.readString(Manifests.HOME.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Properties properties(String service) {
        try (var reader = Files.newBufferedReader(
                Manifests.HOME.resolve(service).resolve("src/main/resources/application.properties"))) {
            var properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first group of each match in a module's main code. */
    static Set<String> mentions(String module, String regex) {
        var pattern = Pattern.compile(regex);
        var found = new TreeSet<String>();
        for (var file : mainCode(module)) {
            pattern.matcher(file).results().map(match -> match.group(1)).forEach(found::add);
        }
        return found;
    }

    static Stream<MatchResult> matches(String file, String regex) {
        return Pattern.compile(regex).matcher(read(file)).results();
    }

    static List<String> mainCode(String module) {
        try (Stream<Path> files = Files.walk(Manifests.HOME.resolve(module).resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> read(file.toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
