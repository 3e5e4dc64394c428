package io.timbre.networks.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.timbre.networks.engine.SeededParameters;
import io.timbre.networks.model.ModelDescription.Calibration;
import io.timbre.networks.model.ModelDescription.FrontEnd;
import io.timbre.networks.table.Network;
import io.timbre.networks.zoo.Zoo;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckpointTest {

    private static final Checkpoint WRITTEN = SeededModel.checkpoint(0.4);

    private static final ReferencePredictions REFERENCE = new ReferencePredictions(
            "two tracks",
            new float[][] {{0.1f, 0.2f, 0.7f}, {0.5f, 0.25f, 0.25f}},
            new float[][] {{0.6f, 0.8f}, {0, 1}},
            new int[] {2, 0});

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        WRITTEN.write(folder);
    }

    @Test
    void readsWhatItWrote() throws IOException {
        var read = Checkpoint.read(folder);

        assertThat(read.description()).isEqualTo(WRITTEN.description());
        assertThat(read.card()).isEqualTo("# Seeded\n");
        assertThat(folder)
                .isDirectoryContaining("glob:**/model.json")
                .isDirectoryContaining("glob:**/MODEL_CARD.md")
                .isDirectoryContaining("glob:**/short-chunk-cnn-0000.params");
    }

    @Test
    void readsFromTheClassPathToo() throws IOException {
        try (var loader =
                new URLClassLoader(new URL[] {folder.resolveSibling("").toUri().toURL()}, null)) {
            var name = folder.getFileName().toString();
            assertThat(Checkpoint.readResource(loader, name).description()).isEqualTo(WRITTEN.description());
            assertThatExceptionOfType(FileNotFoundException.class)
                    .isThrownBy(() -> Checkpoint.readResource(loader, "nowhere"))
                    .withMessage("nowhere lacks model.json");
        }
    }

    @Test
    void writesTheSameBytesEachTime() throws IOException {
        var first = Files.readString(folder.resolve("model.json"));
        Checkpoint.read(folder).write(folder);

        assertThat(folder.resolve("model.json")).hasContent(first);
        assertThat(first)
                .startsWith("{\n  \"version\" : \"short-chunk-cnn-")
                .contains("\"unknown_below\" : 0.4")
                .endsWith("}\n");
    }

    @Test
    void refusesParametersThatWereChanged() throws IOException {
        var file = folder.resolve("short-chunk-cnn-0000.params");
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checkpoint.read(folder))
                .withMessageContaining("parameters.sha256 says "
                        + WRITTEN.description().parameters().sha256());
    }

    @Test
    void refusesACalibrationThatWasChangedUnderAnOldVersion() throws IOException {
        edit("\"temperature\" : 1.5", "\"temperature\" : 2.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checkpoint.read(folder))
                .withMessageContaining("version says " + WRITTEN.description().version());
    }

    @Test
    void refusesAnUnknownNetwork() throws IOException {
        edit("\"network\" : \"short-chunk-cnn\"", "\"network\" : \"long-chunk-cnn\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checkpoint.read(folder))
                .withMessageStartingWith("network must be one of [")
                .withMessageEndingWith("]: was long-chunk-cnn");
    }

    @Test
    void refusesSegmentsOfAnotherShape() throws IOException {
        edit("128, 87", "128, 86");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checkpoint.read(folder))
                .withMessageEndingWith("front_end.segment_shape says [128, 86] but is [128, 87]");
    }

    @ParameterizedTest
    @CsvSource({"vanmieghem-cnn, 12 29", "lee-lstm, 174 128", "chang-mlp, 14"})
    void knowsTheSegmentsOfPicturesSequencesAndVectors(String name, String shape) {
        var network = Zoo.network(name, SeededModel.CLASSES.size());
        var sizes = Arrays.stream(shape.split(" ")).map(Integer::valueOf).toList();
        assertThatNoException().isThrownBy(() -> checkpoint(network, sizes));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checkpoint(network, List.of(1, 2)))
                .withMessage("the checkpoint: front_end.segment_shape says [1, 2] but is " + sizes);
    }

    private static Checkpoint checkpoint(Network network, List<Integer> segmentShape) {
        return SeededModel.checkpoint(network, new FrontEnd("any", "f00d", segmentShape), new Calibration(1, 0));
    }

    @Test
    void refusesMoreClassesThanThereAreLogits() throws IOException {
        edit("\"rock\"", "\"rock\", \"pop\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checkpoint.read(folder))
                .withMessageContaining("parameters.count says 46835 but is 46900");
    }

    @Test
    void holdsOneLogitForTwoClassesButForNoOthers() {
        assertThatNoException().isThrownBy(() -> SeededModel.oneLogit("stephen-rnn-1", List.of("dance", "jazz")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SeededModel.oneLogit("lee-discriminator", SeededModel.CLASSES))
                .withMessage("the checkpoint: classes says 3 but is 2");
    }

    @Test
    void refusesAFileOutsideItsFolder() throws IOException {
        edit("\"short-chunk-cnn-0000.params\"", "\"../secret.params\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checkpoint.read(folder))
                .withMessage("parameters.file must be a plain file name: was ../secret.params");
    }

    @Test
    void refusesADescriptionWithAHole() throws IOException {
        edit("\"temperature\" : 1.5,", "");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checkpoint.read(folder))
                .withMessageContaining("model.json must describe a model")
                .withMessageContaining("temperature");
    }

    @Test
    void saysWhichFileIsMissing() throws IOException {
        Files.delete(folder.resolve("short-chunk-cnn-0000.params"));
        assertThatExceptionOfType(FileNotFoundException.class)
                .isThrownBy(() -> Checkpoint.read(folder))
                .withMessageEndingWith(" lacks short-chunk-cnn-0000.params");
    }

    @Test
    void refusesParametersOfOtherShapes() {
        var parameters = SeededParameters.of(Zoo.network("short-chunk-cnn", 4));
        var description = SeededModel.description(new Calibration(1, 0), Checkpoint.sha256(parameters));
        var checkpoint = Checkpoint.of(description, parameters, "");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> GenreModel.load(checkpoint))
                .withMessageContaining("parameters of short-chunk-cnn must have shapes")
                .withMessageContaining("(4, 64)");
    }

    @Test
    void refusesParametersThatAreNone() {
        var noise = new byte[] {'D', 'J', 'L', '@', 0, 0, 0, 9};
        var description = SeededModel.description(new Calibration(1, 0), Checkpoint.sha256(noise));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GenreModel.load(Checkpoint.of(description, noise, "")))
                .withMessage("parameters are damaged: Unsupported model version: 9");
    }

    @Test
    void isAnotherModelUnderAnotherTemperature() {
        var flatter = WRITTEN.withTemperature(3);

        assertThat(flatter.description().calibration()).isEqualTo(new Calibration(3, 0.4));
        assertThat(flatter.description().version())
                .startsWith("short-chunk-cnn-")
                .isNotEqualTo(WRITTEN.description().version());
        assertThat(flatter.withTemperature(1.5).description()).isEqualTo(WRITTEN.description());
    }

    @Test
    void isTheSameArchiveWheneverItIsWrittenAndReadFrom() throws IOException {
        var archive = WRITTEN.archive();
        var again = Checkpoint.readArchive(archive);

        assertThat(again.description()).isEqualTo(WRITTEN.description());
        assertThat(again.parameters()).isEqualTo(WRITTEN.parameters());
        assertThat(again.card()).isEqualTo("# Seeded\n");
        assertThat(again.archive()).isEqualTo(archive);
        assertThat(Checkpoint.read(folder).archive()).isEqualTo(archive);
    }

    /** Fails where the clock, the time zone or the order of a hash table has a say. */
    @Test
    void isAnArchiveOfAHashKnownBeforehand() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("b", new byte[] {1, 2, 3});
        files.put("a", new byte[0]);

        assertThat(Checkpoint.sha256(StoredArchive.of(files)))
                .isEqualTo("a047b093a822caa2a2dd948bfc759dfdf2c06120cde5e6b19e7433d37f8af003");
    }

    @Test
    void refusesAnArchiveThatIsCutOff() {
        var archive = WRITTEN.archive();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checkpoint.readArchive(Arrays.copyOf(archive, archive.length / 2)))
                .withMessageStartingWith("the archive must hold a checkpoint: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checkpoint.readArchive(new byte[0]))
                .withMessage("the archive must hold a checkpoint: the archive lacks model.json");
    }

    @Test
    void refusesAnArchiveThatWasChanged() {
        var archive = WRITTEN.archive();
        archive[1000] ^= 1;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checkpoint.readArchive(archive))
                .withMessageContaining("CRC");
    }

    /** A few bytes of deflated zeros could fill the memory. */
    @Test
    void refusesAnArchiveThatIsCompressed() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("model.json"));
            zip.write(new byte[1000]);
        }

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checkpoint.readArchive(bytes.toByteArray()))
                .withMessage("the archive must hold a checkpoint: model.json must be stored, not compressed");
    }

    @Test
    void keepsReferencePredictionsInTheFolderOnTheClassPathAndInTheArchive() throws IOException {
        var checkpoint = WRITTEN.withReference(REFERENCE);
        checkpoint.write(folder);

        requireReference(Checkpoint.read(folder));
        requireReference(Checkpoint.readArchive(checkpoint.archive()));
        requireReference(Checkpoint.readArchive(checkpoint.archive()).withCard("# Other words\n"));
        try (var loader =
                new URLClassLoader(new URL[] {folder.resolveSibling("").toUri().toURL()}, null)) {
            requireReference(
                    Checkpoint.readResource(loader, folder.getFileName().toString()));
        }
        assertThat(Checkpoint.read(folder).archive()).isEqualTo(checkpoint.archive());
    }

    private static void requireReference(Checkpoint checkpoint) {
        assertThat(checkpoint.description()).isEqualTo(WRITTEN.description());
        var reference = checkpoint.reference().orElseThrow();
        assertThat(reference.tracksFrom()).isEqualTo("two tracks");
        assertThat(reference.labels()).containsExactly(2, 0);
        assertThat(reference.posteriors()).isDeepEqualTo(REFERENCE.posteriors());
        assertThat(reference.embeddings()).isDeepEqualTo(REFERENCE.embeddings());
    }

    @Test
    void knowsNoReferencePredictionsWhereNoneWereKept() throws IOException {
        assertThat(Checkpoint.read(folder).reference()).isEmpty();
        WRITTEN.withReference(REFERENCE).write(folder);
        WRITTEN.write(folder);

        assertThat(Checkpoint.read(folder).reference()).isEmpty();
        assertThat(WRITTEN.withReference(REFERENCE).withTemperature(3).reference())
                .as("of a model that nobody has tested")
                .isEmpty();
    }

    @Test
    void refusesReferencePredictionsOfAnotherModelOrOfHalfTheTracks() {
        var two = new float[][] {{0.5f, 0.5f}};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WRITTEN.withReference(new ReferencePredictions("", two, two, new int[] {0})))
                .withMessage("the checkpoint: classes says 3 but is 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReferencePredictions("", two, two, new int[] {0, 1}))
                .withMessageEndingWith("must be of the same tracks: were of 1, 1 and 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReferencePredictions("", two, two, new int[] {2}))
                .withMessage("labels must be below 2, the classes: was 2");
    }

    @Test
    void refusesReferencePredictionsThatAreDamaged() throws IOException {
        WRITTEN.withReference(REFERENCE).write(folder);
        var file = folder.resolve("reference.predictions");
        var bytes = Files.readAllBytes(file);

        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
        assertThatExceptionOfType(EOFException.class).isThrownBy(() -> Checkpoint.read(folder));

        bytes["two tracks".length() + 2] = 0x7f; // the number of tracks
        Files.write(file, bytes);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checkpoint.read(folder))
                .withMessageStartingWith("a size must be from 1 to " + bytes.length);
    }

    private void edit(String from, String to) throws IOException {
        var file = folder.resolve("model.json");
        var json = Files.readString(file);
        assertThat(json).contains(from);
        Files.writeString(file, json.replace(from, to));
    }
}
