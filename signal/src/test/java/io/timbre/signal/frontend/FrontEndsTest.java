package io.timbre.signal.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every front end that makes its array of a sound. New ones are found by their class. */
class FrontEndsTest {
    /** What one gives for the golden signal, and by which fingerprint it goes. */
    private record Pinned(String fingerprint, double meanSize, double meanPlace) {}

    private static final Map<String, Pinned> PINNED = Map.ofEntries(
            Map.entry(
                    "bands-11x29-getec",
                    new Pinned("ea30879d9e923c9b9b62578dee7a17bb660898002f0e38f62554231a68c3b070", 0.459972, 0.502978)),
            Map.entry(
                    "bands-12x29",
                    new Pinned("cd6ca482905dc353279c06fbe2cf2a17dcfea3caff3b21e530f4abbd8c6acff6", 0.047653, 0.649678)),
            Map.entry(
                    "descriptors-57",
                    new Pinned("110f0d71149f2a028e5d1813cbfbe38add0ae406af40b196ea4fd9deb1fdf307", 3.21229, 0.422058)),
            Map.entry(
                    "linear-128x248",
                    new Pinned("650013c1fbcc3860d131914da8fa956788c240925ad63b1383679a382a2b31f7", 5.1497, 0.499587)),
            Map.entry(
                    "log-mel",
                    new Pinned("94f6498c6bc3651e6d4c0f2ab9f53f85bdd4bbc95ac751109508c025c38878cf", 1.52725, 0.485095)),
            Map.entry(
                    "mel",
                    new Pinned("dc5d544d2eeaf5564cc24b6710c96c9feb2e3d1edffe18d08eb0fdba84e63ab3", 3.26875, 0.501357)),
            Map.entry(
                    "mfcc",
                    new Pinned("feadd80a9e4832f3aadf454bd5fa20c1b39312134bf264d3346688aaf4e1cdcc", 2.08576, 0.484832)),
            Map.entry(
                    "stft-257x173",
                    new Pinned(
                            "b8752b38eb5c64d89c3a882a3e30d823bbf2a9e12ffe39c70b44e5066f6b8851", 0.742992, 0.503345)));

    /**
     * If the numbers change on purpose, raise the version of the numbers and pin all three anew. If the fingerprint alone
     * changes, features and models that fit each other no longer say so.
     */
    @ParameterizedTest
    @MethodSource("frontEnds")
    void keepsItsFingerprintAsLongAsItsNumbers(FrontEnd frontEnd) throws Exception {
        Pinned pinned = Objects.requireNonNull(PINNED.get(frontEnd.name()), "pin " + frontEnd.name() + " here");
        float[] numbers = numbers(frontEnd);

        assertThat(frontEnd.fingerprint()).isEqualTo(pinned.fingerprint());
        assertThat(meanSize(numbers)).isCloseTo(pinned.meanSize(), within(1e-4 * pinned.meanSize()));
        assertThat(meanPlace(numbers)).isCloseTo(pinned.meanPlace(), within(1e-5));
    }

    /** The fingerprint is that of the parameters' text, so what the text does not show could change in silence. */
    @ParameterizedTest
    @MethodSource("frontEnds")
    void showsTheValueOfEachParameterToItsFingerprint(FrontEnd frontEnd) throws Exception {
        assertShowsItsComponents(frontEnd.parameters());
    }

    private static void assertShowsItsComponents(Record record) throws Exception {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = component.getAccessor().invoke(record);
            if (value instanceof Record part) {
                assertShowsItsComponents(part);
            } else {
                // Arrays and most classes would show their identity instead.
                assertThat(component.getType().isPrimitive() || value instanceof OptionalInt)
                        .as("%s of %s is plain", component, record)
                        .isTrue();
            }
            assertThat(record.toString()).contains(component.getName() + "=" + value);
        }
    }

    @Test
    void haveNamesOfTheirOwn() throws Exception {
        assertThat(frontEnds())
                .extracting(FrontEnd::name)
                .doesNotHaveDuplicates()
                .containsAll(PINNED.keySet());
    }

    @ParameterizedTest
    @MethodSource("frontEnds")
    void givesTheSameNumbersInManyThreadsAtOnce(FrontEnd frontEnd) throws Exception {
        float[] expected = numbers(frontEnd);

        assertThat(Stream.generate(() -> frontEnd).limit(4).parallel().map(FrontEndsTest::numbersUnchecked))
                .allSatisfy(numbers -> assertThat(numbers).containsExactly(expected));
    }

    static List<FrontEnd> frontEnds() throws Exception {
        var classFile = Objects.requireNonNull(FrontEnd.class.getResource("FrontEnd.class"));
        try (Stream<Path> files = Files.list(Path.of(classFile.toURI()).getParent())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class"))
                    .sorted()
                    .map(file -> classNamed(file.replace(".class", "")))
                    .filter(FrontEndsTest::isOfSound)
                    .map(FrontEndsTest::standard)
                    .toList();
        }
    }

    private static boolean isOfSound(Class<?> type) {
        return FrontEnd.class.isAssignableFrom(type)
                && !ScoreFrontEnd.class.isAssignableFrom(type)
                && !type.isInterface();
    }

    private static Class<?> classNamed(String name) {
        try {
            return Class.forName(FrontEnd.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static FrontEnd standard(Class<?> type) {
        try {
            return (FrontEnd) type.getMethod("standard").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " must have a standard one", e);
        }
    }

    private static float[] numbersUnchecked(FrontEnd frontEnd) {
        try {
            return numbers(frontEnd);
        } catch (UnusableAudioException e) {
            throw new AssertionError(e);
        }
    }

    private static float[] numbers(FrontEnd frontEnd) throws UnusableAudioException {
        return switch (frontEnd) {
            case SegmentFrontEnd segments ->
                segments.transform(FrontEndGolden.signal(segments.segmentSamples(), segments.sampleRateHz())
                        .samples());
            case TrackFrontEnd tracks ->
                tracks.transform(FrontEndGolden.signal(3 * tracks.sampleRateHz(), tracks.sampleRateHz()))
                        .values();
            case ScoreFrontEnd scores -> throw new AssertionError(scores.name() + " takes no sound");
        };
    }

    private static double meanSize(float[] numbers) {
        double sum = 0;
        for (float number : numbers) {
            sum += size(number);
        }
        return sum / numbers.length;
    }

    /** Where the numbers lie on average, weighted by their size, from 0 for the first to 1 for the last. */
    private static double meanPlace(float[] numbers) {
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            sum += size(numbers[i]) * i;
        }
        return sum / numbers.length / numbers.length / meanSize(numbers);
    }

    /** By its logarithm, so that no number drowns the others. */
    private static double size(float number) {
        return Math.log1p(Math.abs(number));
    }
}
