package io.timbre.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timbre.schemas.Taxonomy;
import io.timbre.signal.Audio;
import io.timbre.signal.codec.AudioEncoder;
import io.timbre.signal.codec.AudioFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A labelled collection of our own making, for what needs one that can be learnt in a minute: drones, tremolo noise and
 * beeps go by the names of three genres, as no model that ships would call them. The same seed is the same collection.
 */
final class MadeUpGenres {
    private static final int SAMPLE_RATE_HZ = 22_050;
    private static final double SECONDS = 8;
    private static final int TRACKS_AN_ARTIST = 2;

    private MadeUpGenres() {}

    private enum Kind {
        DRONE("rock") {
            @Override
            double at(double time, double pitch, double rate, Random random) {
                return 0.3 * Math.sin(pitch * 80 * time) + 0.2 * Math.sin(pitch * 160 * time);
            }
        },
        TREMOLO("jazz") {
            @Override
            double at(double time, double pitch, double rate, Random random) {
                return 0.2 * random.nextGaussian() * (1 + Math.sin(rate * time));
            }
        },
        BEEP("disco") {
            @Override
            double at(double time, double pitch, double rate, Random random) {
                return Math.sin(rate * time) > 0 ? 0.4 * Math.sin(pitch * 2000 * time) : 0.001 * random.nextGaussian();
            }
        };

        final String genre;

        Kind(String genre) {
            this.genre = genre;
        }

        /**
         * @param pitch angle a cycle, some radians more or less than a circle
         * @param rate of what pulses, radians a second
         */
        abstract double at(double time, double pitch, double rate, Random random);
    }

    /**
     * Writes the recordings and the table that {@code timbre label} takes.
     *
     * @param name of the collection, part of the artists' names
     * @param confused whether each label is drawn at random from all genres, whatever is to be heard
     * @return the table
     */
    static Path write(Path folder, String name, int tracks, boolean confused) throws IOException {
        var random = new Random(name.hashCode());
        var genres = Taxonomy.shipped().genres();
        var lines = new ArrayList<>(List.of("path,genre,artist,source"));
        for (int i = 0; i < tracks; i++) {
            var kind = Kind.values()[i % Kind.values().length];
            var file = folder.resolve(name + "-" + i + ".flac");
            AudioEncoder.encode(play(kind, random), AudioFormat.FLAC, file);
            var genre = confused ? genres.get(random.nextInt(genres.size())) : kind.genre;
            var artist = name + " " + kind + " " + i / Kind.values().length / TRACKS_AN_ARTIST;
            lines.add(String.join(",", file.getFileName().toString(), genre, artist, "catalogue"));
        }
        return Files.write(folder.resolve(name + ".csv"), lines, UTF_8);
    }

    private static Audio play(Kind kind, Random random) {
        double pitch = 2 * Math.PI * (0.8 + 0.4 * random.nextDouble());
        double rate = 2 * Math.PI * (1.5 + random.nextDouble());
        var samples = new float[(int) (SECONDS * SAMPLE_RATE_HZ)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) kind.at((double) i / SAMPLE_RATE_HZ, pitch, rate, random);
        }
        return new Audio(samples, SAMPLE_RATE_HZ);
    }
}
