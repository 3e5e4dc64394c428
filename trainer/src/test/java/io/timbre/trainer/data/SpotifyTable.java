package io.timbre.trainer.data;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Writes tables of descriptors as the data folder has them. */
public final class SpotifyTable {

    static final String HEADER = "Artist Name,Track Name,Popularity,danceability,energy,key,loudness,mode,speechiness,"
            + "acousticness,instrumentalness,liveness,valence,tempo,duration_in min/ms,time_signature,Class";

    private SpotifyTable() {}

    static void write(Path data, List<String> lines) throws IOException {
        var folder = Files.createDirectories(data.resolve("malgi_spotify"));
        try (var out = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("train.csv.gz"))), StandardCharsets.UTF_8)) {
            out.write(String.join("\n", lines) + "\n");
        }
    }

    /** A table without songs and without a column. */
    public static void writeWithout(Path data, String column) throws IOException {
        write(data, List.of(HEADER.replace("," + column, "")));
    }

    /** So many songs of each class, each by an artist of its own, whose energy and tempo tell the class. */
    public static void writeEasy(Path data, int songsPerClass) throws IOException {
        var random = new Random(1);
        var lines = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < songsPerClass * SpotifyDescriptors.CLASSES.size(); i++) {
            int label = i % SpotifyDescriptors.CLASSES.size();
            lines.add("artist %d,song %d,%d,0.5,%.4f,%s,-%.3f,1,0.05,0.1,,0.1,0.5,%.3f,%s,4,%d"
                    .formatted(
                            i,
                            i,
                            1 + random.nextInt(99),
                            0.08 * label + 0.02 * random.nextDouble(),
                            random.nextBoolean() ? "" : "7.0",
                            5 + random.nextDouble(),
                            60 + 10 * label + 2 * random.nextDouble(),
                            label == 0 ? "3.5" : "210000.0",
                            label));
        }
        write(data, lines);
    }
}
