package io.timbre.signal.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.signal.Audio;
import io.timbre.signal.DataFolder;
import io.timbre.signal.codec.AudioDecoder;
import io.timbre.signal.codec.DecodeLimits;
import java.awt.image.Raster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Against the pictures of real tracks that other people made. */
class LinearSpectrogramIT {
    private static final int RATE_HZ = 22_050;
    private static final int BANDS = 128;
    /** What GTZAN's classical music, blues, reggae and rock last: 30.01 s. */
    private static final int WHOLE_TRACK = 661_794;
    /** The first 118 of 248 columns show 1405 of 2953 frames, 14.3 s, which is about a whole number. */
    private static final int FIRST_COLUMNS = 118;

    private static final int FIRST_SAMPLES = 1405 * 224 + 256;

    private final AudioDecoder decoder = new AudioDecoder(new DecodeLimits(Duration.ofMinutes(1)));

    @Test
    void looksLikeThePicturesOfWholeTracks() throws Exception {
        List<Path> tracks = tracks("gtzan_audio/full_30s/*/*.flac");

        assertThat(tracks).isNotEmpty();
        for (Path track : tracks) {
            Audio audio = decode(track);
            assertThat(audio.samples()).hasSize(WHOLE_TRACK);
            float[] picture = pictureOf(track, 248);
            float[] values = LinearSpectrogram.standard().transform(audio).values();
            assertThat(correlation(picture, values)).as("%s", track).isGreaterThan(0.999);
            assertThat(rms(picture, values)).as("%s", track).isLessThan(1.6);
        }
    }

    /** Of other genres only the beginning is there; it is scaled by itself, the picture by the whole. */
    @Test
    void looksLikeTheBeginningOfThePicturesOfOtherTracks() throws Exception {
        List<Path> tracks = tracks("gtzan_audio/first_15-20s_flac/{blues,classical,reggae,rock}/*.flac");

        assertThat(tracks).isNotEmpty();
        assertThat(tracks)
                .allSatisfy(track -> assertThat(likenessOfBeginning(track)).isGreaterThan(0.998));
    }

    /** At 64 kbit/s the codec takes away the noise of the highest frequencies, and puts in some of its own. */
    @Test
    void looksLikeThemThroughALossyCodec() throws Exception {
        List<Path> tracks = tracks("gtzan_audio/full_30s/*/*.mp3");

        double[] likenesses = new double[tracks.size()];
        for (int i = 0; i < likenesses.length; i++) {
            likenesses[i] = likenessOfBeginning(tracks.get(i));
        }

        Arrays.sort(likenesses);
        assertThat(likenesses).isNotEmpty();
        assertThat(likenesses[0]).as("the least alike").isGreaterThan(0.8);
        assertThat(likenesses[likenesses.length / 2]).as("median").isGreaterThan(0.95);
    }

    /**
     * What a network is trained on, columns of the track's picture, is what it is fed: segments of the track's sound. Of six
     * frames one is seen, and not always the same.
     */
    @Test
    void looksLikeASegmentWhereItIsCutToOne() throws Exception {
        var levels = LinearLevels.standard();
        int frames = levels.segmentShape()[1];
        List<Path> tracks = tracks("gtzan_audio/full_30s/*/*.flac");

        double[] likenesses = new double[tracks.size()];
        for (int i = 0; i < likenesses.length; i++) {
            int column = 31 * (i % 7);
            int start = (int) Math.round(column * levels.secondsPerFrame() * RATE_HZ);
            float[] samples =
                    Arrays.copyOfRange(decode(tracks.get(i)).samples(), start, start + levels.segmentSamples());
            likenesses[i] = correlation(columns(levelsOf(tracks.get(i)), column, frames), levels.transform(samples));
        }

        Arrays.sort(likenesses);
        assertThat(likenesses).isNotEmpty();
        assertThat(likenesses[0]).as("the least alike").isGreaterThan(0.9);
        assertThat(likenesses[likenesses.length / 2]).as("median").isGreaterThan(0.975);
    }

    private static float[] levelsOf(Path track) throws Exception {
        return LinearLevels.levels(pictureOf(track, 248), BANDS);
    }

    private static float[] columns(float[] picture, int first, int count) {
        float[] cut = new float[BANDS * count];
        for (int band = 0; band < BANDS; band++) {
            System.arraycopy(picture, band * 248 + first, cut, band * count, count);
        }
        return cut;
    }

    private double likenessOfBeginning(Path track) throws Exception {
        var parameters = new LinearSpectrogramParameters(RATE_HZ, 256, 224, 0.25, 1e-11, BANDS, FIRST_COLUMNS);
        Audio beginning = new Audio(Arrays.copyOf(decode(track).samples(), FIRST_SAMPLES), RATE_HZ);
        return correlation(
                pictureOf(track, FIRST_COLUMNS),
                new LinearSpectrogram(parameters).transform(beginning).values());
    }

    private Audio decode(Path track) throws Exception {
        return decoder.decode(track, RATE_HZ).audio();
    }

    /** Those of which there is a picture. */
    private static List<Path> tracks(String glob) throws Exception {
        Path folder = DataFolder.require("gtzan_audio").resolveSibling("");
        var matcher = folder.getFileSystem().getPathMatcher("glob:" + folder.resolve(glob));
        try (var files = Files.walk(DataFolder.require("gtzan_audio"))) {
            return files.filter(matcher::matches)
                    .filter(track -> Files.exists(pictureFile(track)))
                    .sorted()
                    .toList();
        }
    }

    private static Path pictureFile(Path track) {
        String name = track.getFileName().toString().replaceFirst("\\.[^.]*$", ".png");
        return DataFolder.require("gtzan_spectrograms")
                .resolve(track.getParent().getFileName())
                .resolve(name);
    }

    private static float[] pictureOf(Path track, int columns) throws Exception {
        Raster raster = ImageIO.read(pictureFile(track).toFile()).getRaster();
        return raster.getSamples(0, 0, columns, BANDS, 0, new float[columns * BANDS]);
    }

    private static double rms(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.pow(a[i] - b[i], 2);
        }
        return Math.sqrt(sum / a.length);
    }

    private static double correlation(float[] a, float[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double both = 0;
        double onlyA = 0;
        double onlyB = 0;
        for (int i = 0; i < a.length; i++) {
            both += (a[i] - meanA) * (b[i] - meanB);
            onlyA += Math.pow(a[i] - meanA, 2);
            onlyB += Math.pow(b[i] - meanB, 2);
        }
        return both / Math.sqrt(onlyA * onlyB);
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
