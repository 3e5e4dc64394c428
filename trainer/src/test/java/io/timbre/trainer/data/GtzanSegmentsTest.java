package io.timbre.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import io.timbre.signal.frontend.Bands;
import io.timbre.signal.frontend.BandsParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GtzanSegmentsTest {

    private static final Bands THREE_SECONDS = Bands.standard();
    private static final Bands TWO_SECONDS = new Bands(BandsParameters.ofSeconds(2));

    @TempDir
    Path data;

    private SyntheticGtzan gtzan;

    @BeforeEach
    void writeTwoGenres() throws IOException {
        gtzan = new SyntheticGtzan(data);
        gtzan.write(List.of("blues", "metal"), 1, 3);
    }

    @Test
    void cutsLongRecordingsOneSegmentAfterTheOther() throws IOException {
        var dataset = GtzanSegments.of(THREE_SECONDS).read(data);

        assertThat(dataset.classes()).containsExactly("blues", "metal");
        assertThat(dataset.inputShape()).isEqualTo(new Shape(1, 12, 29));
        // 7 s hold two segments of 3 s
        assertThat(dataset.examples())
                .extracting(Example::id)
                .containsExactly(
                        "blues.00000 0.00000 s",
                        "blues.00000 3.00000 s",
                        "metal.00000 0.00000 s",
                        "metal.00000 3.00000 s");
        assertThat(dataset.examples()).extracting(Example::label).containsExactly(0, 0, 1, 1);
        assertThat(dataset.source()).isEqualTo("GTZAN (first_15-20s_flac): segments of 3.00 s as bands-12x29");
    }

    @Test
    void transformsEachSegmentByTheFrontEnd() throws IOException {
        var dataset =
                GtzanSegments.of(THREE_SECONDS).withGenres(List.of("metal")).read(data);

        // 600 Hz lies in the fifth band, 250 to 1187.5 Hz: there is all of the power, scaled to 1
        var bands = dataset.examples().getFirst().input();
        assertThat(bands).hasSize(12 * 29);
        assertThat(bands[4 * 29 + 10]).isCloseTo(1, within(0.1f));
        assertThat(bands[5 * 29 + 10]).isCloseTo(0, within(0.01f));
    }

    @Test
    void takesOneRecordingATrackTheBestThereIs() throws IOException {
        var dataset = GtzanSegments.of(TWO_SECONDS)
                .withRecordings(GtzanRecordings.FIRST_15_S, GtzanRecordings.CLIPS_2_S)
                .withGenres(List.of("blues"))
                .read(data);

        // three segments of the recording of 7 s, whose clip is not heard, and one of each other clip
        assertThat(dataset.examples())
                .extracting(example -> example.groups().get(Grouping.TRACK))
                .containsExactly("blues.00000", "blues.00000", "blues.00000", "blues.00001", "blues.00002");
    }

    @Test
    void hearsNoMoreThanTheFirst15Seconds() throws IOException {
        gtzan.tone(GtzanRecordings.FIRST_15_S, "metal.00007", 600, 18.5);

        assertThat(GtzanSegments.of(THREE_SECONDS).read(data).examples())
                .filteredOn(example -> "metal.00007".equals(example.groups().get(Grouping.TRACK)))
                .hasSize(5);
    }

    @Test
    void groupsByArtistWhereTheIndexKnowsOne() throws IOException {
        gtzan.tone(GtzanRecordings.CLIPS_2_S, "blues.00099", 300, 2.2);
        var dataset = GtzanSegments.of(TWO_SECONDS)
                .withRecordings(GtzanRecordings.CLIPS_2_S)
                .withGenres(List.of("blues"))
                .read(data);

        assertThat(dataset.examples())
                .extracting(example -> example.groups().getOrDefault(Grouping.ARTIST, "nobody knows"))
                .containsExactly("blues artist 0", "blues artist 0", "blues artist 1", "nobody knows");
    }

    @Test
    void groupsTracksThatAreCutFromOneRecording() throws IOException {
        var random = new Random(1);
        var noise = new float[5 * 22_050];
        for (int n = 0; n < noise.length; n++) {
            noise[n] = (float) (0.1 * random.nextGaussian());
        }
        gtzan.sound(GtzanRecordings.FIRST_15_S, "blues.00001", noise);
        gtzan.sound(GtzanRecordings.FIRST_15_S, "metal.00009", Arrays.copyOfRange(noise, 22_050, noise.length));

        assertThat(GtzanSegments.of(THREE_SECONDS).read(data).examples())
                .extracting(example -> example.groups().get(Grouping.FINGERPRINT))
                .containsExactly(
                        "blues.00000", "blues.00000", "blues.00001", "metal.00000", "metal.00000", "blues.00001");
    }

    @Test
    void cutsAtRandomWhereAsked() throws IOException {
        var dataset = GtzanSegments.of(THREE_SECONDS)
                .withCutting(new Cutting.AtRandom(20, 1))
                .read(data);

        assertThat(dataset.examples()).hasSize(40).extracting(Example::id).doesNotHaveDuplicates();
    }

    @Test
    void keepsTheOrderOfTheGenresThatAreAskedFor() throws IOException {
        var dataset = GtzanSegments.of(THREE_SECONDS)
                .withGenres(List.of("metal", "blues"))
                .read(data);

        assertThat(dataset.classes()).containsExactly("metal", "blues");
        assertThat(dataset.examples().getFirst().id()).startsWith("metal");
        assertThat(dataset.examples().getFirst().label()).isZero();
    }

    @Test
    void leavesOutSilentSegments() throws IOException {
        gtzan.sound(GtzanRecordings.FIRST_15_S, "metal.00008", new float[4 * 22_050]);

        assertThat(GtzanSegments.of(THREE_SECONDS).read(data).examples()).hasSize(4);
    }

    @Test
    void namesTheGenresThatThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GtzanSegments.of(THREE_SECONDS)
                        .withGenres(List.of("blues", "mettal"))
                        .read(data))
                .withMessage("class must be one of blues, metal: was mettal; did you mean metal?");
    }

    @Test
    void saysWhichGenreHasNoRecordingLongEnough() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GtzanSegments.of(THREE_SECONDS)
                        .withRecordings(GtzanRecordings.CLIPS_2_S)
                        .read(data))
                .withMessage(
                        "each genre must have a recording of at least 3.00 s in clips_2-3s_flac that is not silent:"
                                + " blues has none");
    }

    @Test
    void saysWhichFileCannotBeDecoded() throws IOException {
        var file = data.resolve("gtzan_audio/first_15-20s_flac/blues/blues.00000.flac");
        Files.writeString(file, "not a sound");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> GtzanSegments.of(THREE_SECONDS).read(data))
                .withMessageStartingWith("cannot decode " + file);
    }

    @Test
    void saysWhichFolderIsMissing(@TempDir Path empty) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> GtzanSegments.of(THREE_SECONDS).read(empty))
                .withMessage("the data must hold the folder " + empty.resolve("gtzan_audio/first_15-20s_flac"));
    }

    @Test
    void theRealRecordingsGiveAllGenresAlike() throws IOException {
        var dataset = GtzanSegments.of(THREE_SECONDS)
                .withGenres(List.of("country", "disco"))
                .read(RealData.folder());

        // ten and six tracks of at least 15 s
        assertThat(dataset.examples()).hasSize(5 * 16);
    }
}
