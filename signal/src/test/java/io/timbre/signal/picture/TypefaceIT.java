package io.timbre.signal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypefaceIT {
    /** Draws in a JVM of its own. */
    static final class Drawing {
        private Drawing() {}

        public static void main(String[] args) {
            new SpectrogramPicture(
                            "Title",
                            new float[1],
                            1,
                            BandAxis.numbered("band", 1),
                            new ColourScale(ColourTable.GREY, "", new Range(0, 1)))
                    .draw(Look.page());
        }
    }

    @Test
    void saysWhatToInstallOnAMachineWithoutFonts(@TempDir Path empty) throws IOException, InterruptedException {
        Path configuration = Files.writeString(
                empty.resolve("fonts.conf"),
                "<fontconfig><dir>" + empty + "</dir><cachedir>" + empty + "</cachedir></fontconfig>");
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Duser.home=" + empty,
                "-cp",
                System.getProperty("java.class.path"),
                Drawing.class.getName());
        builder.environment().put("FONTCONFIG_FILE", configuration.toString());
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isNotZero();
        assertThat(output).contains("no font to write with: install fontconfig and a font");
    }
}
