package io.timbre.signal.spectrum;

import static io.timbre.signal.spectrum.SpectrumGolden.RATE_HZ;
import static io.timbre.signal.spectrum.SpectrumGolden.largestDifference;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A JVM that was not started with {@code --add-modules jdk.incubator.vector} computes the same, only slower. */
class WithoutVectorApiIT {
    private static final String NO_VECTORS = "vectors false";

    @Test
    void computesTheSameCoefficients() throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WithoutVectorApiIT.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();

        String[] lines = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\n");

        assertThat(jvm.waitFor()).isZero();
        assertThat(lines[0]).isEqualTo(NO_VECTORS);
        assertThat(Kernels.VECTORS).isTrue();
        assertThat(largestDifference(parse(lines[1]), coefficients())).isLessThan(1e-3);
    }

    private static float[] parse(String line) {
        String[] words = line.split(" ");
        float[] values = new float[words.length];
        for (int i = 0; i < words.length; i++) {
            values[i] = Float.parseFloat(words[i]);
        }
        return values;
    }

    private static float[] coefficients() {
        return Mfcc.standard(RATE_HZ, 20).of(SpectrumGolden.signal()).values();
    }

    /** What the other JVM runs: no test framework, so that nothing but the code itself can ask for the module. */
    public static void main(String[] arguments) {
        String values = Arrays.toString(coefficients()).replaceAll("[\\[\\],]", "");
        System.out.printf("vectors %s%n%s%n", Kernels.VECTORS, values);
    }
}
