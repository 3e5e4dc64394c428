package io.timbre.trainer.data;

import io.timbre.networks.zoo.Chang;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;

/** Writes a small CAL500: songs whose brightness and descriptors tell whether they are sad, and one word besides. */
public final class Cal500Folder {

    static final List<String> WORDS =
            List.of("Emotion-Sad", "NOT-Emotion-Sad", "Emotion-Happy", "NOT-Emotion-Happy", "Genre-Rock");

    private final Path folder;

    private Cal500Folder(Path folder) {
        this.folder = folder;
    }

    static Cal500Folder in(Path data) throws IOException {
        return new Cal500Folder(Files.createDirectories(data.resolve("cal500")));
    }

    /** So many songs, each by an artist of its own, every third of which nobody calls sad or not sad. */
    public static void writeEasy(Path data, int songs) throws IOException {
        var folder = in(data);
        var names = new ArrayList<String>();
        var tags = new ArrayList<String>();
        for (int i = 0; i < songs; i++) {
            boolean sad = i % 2 == 0;
            names.add("artist_%d-song".formatted(i));
            tags.add(i % 3 == 0 ? "0,0,1,0,0" : sad ? "1,0,0,1,0" : "0,1,1,0,1");
            folder.picture(names.getLast(), sad ? 200 : 50);
        }
        folder.text("vocab.txt.gz", WORDS);
        folder.songs(names, tags);
    }

    /** The descriptors of a song are its number, and 1 more for every song that is not sad. */
    void songs(List<String> names, List<String> tags) throws IOException {
        text("songNames.txt.gz", names);
        text("hardAnnotations.txt.gz", tags);
        var rows = new ArrayList<>(List.of("@relation CAL500", "", "@data"));
        for (int i = 0; i < tags.size(); i++) {
            var number = Integer.toString(i % 2);
            rows.add(String.join(",", Collections.nCopies(Chang.SONG_DESCRIPTORS, number)) + "," + tags.get(i));
        }
        text("CAL500_mulan.arff.gz", rows);
    }

    void picture(String name, int grey) throws IOException {
        var image = new BufferedImage(Chang.PICTURE.width(), Chang.PICTURE.height(), BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(0, 0, 0, 7);
        for (int x = 1; x < image.getWidth(); x++) {
            image.getRaster().setSample(x, 0, 0, grey);
        }
        var pictures = Files.createDirectories(folder.resolve("spectrograms"));
        ImageIO.write(image, "png", pictures.resolve(name + ".png").toFile());
    }

    void text(String name, List<String> lines) throws IOException {
        try (var out = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(folder.resolve(name))), StandardCharsets.UTF_8)) {
            out.write(String.join("\n", lines) + "\n");
        }
    }
}
