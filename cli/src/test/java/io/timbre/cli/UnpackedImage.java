package io.timbre.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.timbre.embedded.JavaCommand;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * An image's layers laid upon each other in a folder, as a container would see them.
 *
 * @param layers paths of the files of each layer, the lowest first
 * @param writable files of all layers that others than their owner may write
 */
record UnpackedImage(Path root, JsonNode config, List<List<String>> layers, List<String> writable) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WRITABLE_BY_OTHERS = 0022;

    static UnpackedImage of(Path tar, Path folder) throws IOException {
        var parts = folder.resolve("parts");
        unpack(Files.newInputStream(tar), Files.createDirectories(parts), new ArrayList<>());
        var manifest = JSON.readTree(parts.resolve("manifest.json").toFile()).get(0);
        var root = Files.createDirectories(folder.resolve("root"));
        var layers = new ArrayList<List<String>>();
        var writable = new ArrayList<String>();
        for (var layer : manifest.get("Layers")) {
            layers.add(
                    unpack(new GZIPInputStream(Files.newInputStream(parts.resolve(layer.asText()))), root, writable));
        }
        var config =
                JSON.readTree(parts.resolve(manifest.get("Config").asText()).toFile());
        return new UnpackedImage(root, config.get("config"), layers, writable);
    }

    private static List<String> unpack(InputStream bytes, Path into, List<String> writable) throws IOException {
        var files = new ArrayList<String>();
        try (var archive = new TarArchiveInputStream(new BufferedInputStream(bytes))) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                var path = into.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                Files.copy(archive, path);
                files.add("/" + entry.getName());
                if ((entry.getMode() & WRITABLE_BY_OTHERS) != 0) {
                    writable.add(entry.getName());
                }
            }
        }
        return files;
    }

    /** What the container would start, with this machine's Java and these settings besides. */
    JavaCommand command(Map<String, String> settings) {
        var line = new ArrayList<String>();
        config.get("Entrypoint").forEach(word -> line.add(word.asText()));
        int classPath = line.indexOf("-cp") + 1;
        var environment = new HashMap<String, String>();
        config.get("Env").forEach(entry -> {
            var nameAndValue = entry.asText().split("=", 2);
            environment.put(nameAndValue[0], nameAndValue[1]);
        });
        environment.putAll(settings);
        return new JavaCommand(
                line.subList(1, classPath - 1),
                Stream.of(line.get(classPath).split(":"))
                        .map(path -> Path.of(root + path))
                        .toList(),
                line.get(classPath + 1),
                List.of(),
                environment);
    }
}
