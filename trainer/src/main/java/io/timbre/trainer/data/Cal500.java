package io.timbre.trainer.data;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.zoo.Chang;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * CAL500: songs by as many artists, each tagged by three people or more with a vocabulary of 174 words. Of every song
 * there are 68 descriptors and, for all but two, a picture of its spectrogram; no sound.
 *
 * <p>An input is the picture (128 bands from the highest, 248 frames, grey from 0 to 255) and the descriptors behind it in
 * one vector, as {@link Chang}'s networks take it.
 *
 * @see "D. Turnbull, L. Barrington, D. Torres, G. Lanckriet, Towards Musical Query-by-Semantic-Description using the
 *     CAL500 Data Set, SIGIR 2007"
 */
public final class Cal500 {

    private static final String SOURCE = "CAL500: tags on which 80 % of at least two listeners agree";

    private static final double LEAST_SHARE = 0.04;

    private final TagVocabulary vocabulary;
    private final List<Song> songs;

    private Cal500(TagVocabulary vocabulary, List<Song> songs) {
        this.vocabulary = vocabulary;
        this.songs = List.copyOf(songs);
    }

    /**
     * One of the songs.
     *
     * @param artist by whose name it goes, see {@link ArtistCircles}
     * @param tags 1 where listeners agree on a word of the vocabulary, 0 where they do not or where nobody spoke
     */
    @SuppressWarnings("ArrayRecordComponent") // read once and never compared
    private record Song(String name, String artist, float[] input, float[] tags) {
        Example example(float[] targets, float[] weights) {
            return new Example(name, input, targets, weights, Map.of(Grouping.TRACK, name, Grouping.ARTIST, artist));
        }
    }

    /**
     * Reads {@code cal500} below a data folder. Songs without a picture are left out.
     *
     * @throws IOException if a file is missing
     * @throws IllegalArgumentException if the files do not fit each other or hold what they should not
     */
    public static Cal500 read(Path data) throws IOException {
        var folder = data.resolve("cal500");
        var vocabulary = new TagVocabulary(GzippedText.lines(folder.resolve("vocab.txt.gz")));
        var names = GzippedText.lines(folder.resolve("songNames.txt.gz"));
        var table = MulanTable.read(folder, vocabulary.words().size());
        table.requireTagsOf(names, folder);
        var artists = ArtistCircles.of(names.stream().map(Cal500::credit).toList());
        var songs = new ArrayList<Song>();
        for (int i = 0; i < names.size(); i++) {
            var picture = picture(folder, names.get(i));
            if (Files.exists(picture)) {
                songs.add(new Song(names.get(i), artists.get(i), packed(picture, table.descriptors(i)), table.tags(i)));
            }
        }
        return new Cal500(vocabulary, songs);
    }

    /** Names are {@code artist-title}, words joined by underscores: Neil Young may play alone or {@code _and_crazy_horse}. */
    private static String credit(String name) {
        return name.split("-", 2)[0].replace("_and_", ", ");
    }

    /** The 18 emotions: 1 for a song that has one, 0 for a song that people say does not, weight 0 for all others. */
    public Dataset emotions() {
        return dataset(
                SOURCE + "; 18 emotions, unknown ones masked",
                vocabulary.emotions(),
                song -> song.example(vocabulary.emotionTargets(song.tags), vocabulary.emotionWeights(song.tags)));
    }

    /** The 18 emotions without the mask: 0 for every song that has not got one, whether people said so or nothing. */
    public Dataset emotionsWithoutMask() {
        return dataset(
                SOURCE + "; 18 emotions, unknown ones 0",
                vocabulary.emotions(),
                song -> song.example(
                        vocabulary.emotionTargets(song.tags),
                        ones(vocabulary.emotions().size())));
    }

    /**
     * All words that 4 % of the songs have, the negated ones among them, each 1 or 0. Rarer ones could not stand in every
     * part of a split.
     */
    public Dataset tags() {
        int[] frequent = IntStream.range(0, vocabulary.words().size())
                .filter(word ->
                        songs.stream().filter(song -> song.tags[word] > 0).count() >= LEAST_SHARE * songs.size())
                .toArray();
        return dataset(
                SOURCE + "; " + frequent.length + " words, 0 where not given",
                Arrays.stream(frequent).mapToObj(vocabulary.words()::get).toList(),
                song -> song.example(chosen(song.tags, frequent), ones(frequent.length)));
    }

    /** How one data set is made of a song. */
    private interface Labelling {
        Example label(Song song);
    }

    private Dataset dataset(String source, List<String> classes, Labelling labelling) {
        return new Dataset(
                source,
                new Shape(Chang.PICTURE_CELLS + Chang.SONG_DESCRIPTORS),
                classes,
                songs.stream().map(labelling::label).toList());
    }

    /** Whoever named the pictures replaced every {@code wav}, so Jobim's Wave is {@code antonio_carlos_jobim-pnge.png}. */
    private static Path picture(Path folder, String name) {
        return folder.resolve("spectrograms").resolve((name + ".wav").replace("wav", "png"));
    }

    private static float[] packed(Path picture, float[] descriptors) throws IOException {
        float[] cells = GreyPicture.read(picture, Chang.PICTURE);
        float[] input = Arrays.copyOf(cells, cells.length + descriptors.length);
        System.arraycopy(descriptors, 0, input, cells.length, descriptors.length);
        return input;
    }

    private static float[] chosen(float[] values, int[] indices) {
        var chosen = new float[indices.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = values[indices[i]];
        }
        return chosen;
    }

    private static float[] ones(int length) {
        var ones = new float[length];
        Arrays.fill(ones, 1);
        return ones;
    }
}
