package io.timbre.signal.spectrum;

import static io.timbre.signal.Golden.RATE_HZ;
import static io.timbre.signal.Golden.largestDifference;
import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.signal.Golden;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same coefficients in JVMs of other kinds. */
class KernelsIT {
    @Test
    void breaksNothingWithoutTheVectorApi() throws Exception {
        List<String> output = run();

        assertThat(output.getFirst()).isEqualTo("vectors false");
        assertThat(largestDifference(parse(output.getLast()), coefficients())).isLessThan(1e-3);
    }

    @Test
    void givesTheSameBitsWhateverTheWidthOfTheVectors() throws Exception {
        List<String> output = run("--add-modules", "jdk.incubator.vector", "-XX:MaxVectorSize=16");

        assertThat(output.getFirst()).isEqualTo("vectors true");
        assertThat(Kernels.VECTORS).isTrue();
        assertThat(parse(output.getLast())).containsExactly(coefficients());
    }

    private static List<String> run(String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), KernelsIT.class.getName()));
        Process jvm = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(jvm.waitFor()).isZero();
        return lines;
    }

    private static float[] parse(String line) {
        double[] values =
                Stream.of(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private static float[] coefficients() {
        return Mfcc.standard(RATE_HZ, 20).of(Golden.signal()).values();
    }

    /** What the other JVM runs: no test framework, so that nothing but the code itself can ask for the module. */
    public static void main(String[] arguments) {
        System.out.println("vectors " + Kernels.VECTORS);
        System.out.println(Arrays.toString(coefficients()).replaceAll("[\\[\\],]", ""));
    }
}
