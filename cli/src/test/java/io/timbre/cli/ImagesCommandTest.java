package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.timbre.cli.image.Variant;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagesCommandTest {
    @TempDir
    private Path home;

    @Test
    void aBaseThatCannotBeReadIsNamedWithWhatToDo() throws Exception {
        Files.createDirectories(home.resolve("ingest/target/quarkus-app"));
        var missing = home.resolve("missing.tar");

        var spoken = Spoken.by("images", "--home=" + home, "--out=" + home, "--base=" + missing, "ingest");

        assertThat(spoken.err())
                .singleElement()
                .asString()
                .startsWith("timbre: cannot build timbre/ingest:0.1.0 on " + missing + ": ")
                .contains("--base IMAGE, --base FILE.tar")
                .contains("--base scratch");
        assertThat(spoken.status()).isEqualTo(1);
    }

    @Test
    void onlyWhatComputesHasVariants() {
        assertThat(ImagesCommand.servicesOf(Variant.PLAIN)).containsExactly(Service.values());
        assertThat(ImagesCommand.servicesOf(Variant.ONNXRUNTIME_CUDA)).containsExactly(Service.INFERENCE);
        assertThat(ImagesCommand.servicesOf(Variant.PYTORCH_CUDA))
                .containsExactly(Service.INFERENCE, Service.EXPLAIN, Service.TRAINER);

        var spoken = Spoken.by("images", "--home=" + home, "--variant=onnxruntime", "explain");

        assertThat(spoken.err())
                .containsExactly("timbre: explain has no variant onnxruntime: it computes with no such engine");
        assertThat(spoken.status()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"Darwin, x86_64, gnu", "Linux, aarch64, gnu", "Linux, x86_64, musl"})
    void aJavaForOtherMachinesGoesIntoNoImage(String system, String processor, String library) throws Exception {
        var release = "JAVA_VERSION=\"25\"\nLIBC=\"%s\"\nOS_ARCH=\"%s\"\nOS_NAME=\"%s\"\n";
        Files.writeString(home.resolve("release"), release.formatted("gnu", "x86_64", "Linux"));
        ImagesCommand.requireRunsInImages(home);
        Files.writeString(home.resolve("release"), release.formatted(library, processor, system));

        assertThatExceptionOfType(CommandFailedException.class)
                .isThrownBy(() -> ImagesCommand.requireRunsInImages(home))
                .withMessageContaining(home.toString())
                .withMessageContaining("give a base that has Java 25");
    }

    /** What was measured is what `./timbre up` runs. */
    @Test
    void theCollectorIsTheLaunchersOwn() {
        assertThat(Service.values())
                .allSatisfy(service -> assertThat(Parts.imageOptions(service)).contains("-XX:+UseSerialGC"));
    }

    @Test
    void aSlipOfThePenIsNamed() {
        var spoken = Spoken.by("images", "--variant=onyx");

        assertThat(spoken.err()).first().asString().contains("there is no variant onyx");
        assertThat(spoken.status()).isEqualTo(2);
    }
}
