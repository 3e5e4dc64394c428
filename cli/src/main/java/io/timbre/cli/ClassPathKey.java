package io.timbre.cli;

import io.timbre.embedded.JavaCommand;
import io.timbre.schemas.TrackIds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A name for what an AOT cache depends on: the JVM, its options, and path, size and time of each jar, which is what the
 * JVM itself compares. Ports and folders, which are system properties and arguments, do not count.
 */
final class ClassPathKey {
    private static final int LENGTH = 16;

    private ClassPathKey() {}

    static String of(JavaCommand command) {
        var digest = TrackIds.sha256();
        add(digest, System.getProperty("java.vm.version"));
        command.options().stream().filter(option -> !option.startsWith("-D")).forEach(option -> add(digest, option));
        command.leashedClassPath().stream()
                .flatMap(ClassPathKey::withManifestClassPath)
                .forEach(entry -> add(digest, describe(entry)));
        return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
    }

    private static Stream<Path> withManifestClassPath(Path entry) {
        return Stream.concat(Stream.of(entry), manifestClassPath(entry).stream());
    }

    private static List<Path> manifestClassPath(Path entry) {
        if (!Files.isRegularFile(entry)) {
            return List.of();
        }
        try (var jar = new JarFile(entry.toFile())) {
            var manifest = jar.getManifest();
            var classPath =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return classPath == null
                    ? List.of()
                    : Stream.of(classPath.split(" ")).map(entry::resolveSibling).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String describe(Path entry) {
        try {
            return Files.exists(entry)
                    ? entry + " " + Files.size(entry) + " " + Files.getLastModifiedTime(entry)
                    : entry + " is absent";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }
}
