package io.timbre.signal.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.timbre.signal.Audio;
import io.timbre.signal.resample.Resampling;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every front end that makes its array of a sound. New ones are found by their class. */
class FrontEndsTest {
    private static final int REGIONS = 8;

    /** What one gives for the golden signal, as {@link #meanSizes} tells it, and by which fingerprint it goes. */
    private record Pinned(String fingerprint, String meanSizes) {}

    private static final Map<String, Pinned> PINNED = Map.ofEntries(
            Map.entry(
                    "bands-11x29-getec",
                    new Pinned(
                            "ea30879d9e923c9b9b62578dee7a17bb660898002f0e38f62554231a68c3b070",
                            "0.423301 0.457221 0.485079 0.457247 0.466032 0.467565 0.489812 0.433518")),
            Map.entry(
                    "bands-12x29",
                    new Pinned(
                            "cd6ca482905dc353279c06fbe2cf2a17dcfea3caff3b21e530f4abbd8c6acff6",
                            "0.027115 0.015234 0.011767 0.043468 0.042162 0.071952 0.092104 0.077422")),
            Map.entry(
                    "descriptors-57",
                    new Pinned(
                            "110f0d71149f2a028e5d1813cbfbe38add0ae406af40b196ea4fd9deb1fdf307",
                            "5.499822 3.209741 3.463078 3.598098 2.665975 3.195184 2.087317 2.647059")),
            Map.entry(
                    "linear-128x248",
                    new Pinned(
                            "650013c1fbcc3860d131914da8fa956788c240925ad63b1383679a382a2b31f7",
                            "5.139931 5.136148 5.138411 5.143733 5.165178 5.165580 5.162002 5.136283")),
            Map.entry(
                    "linear-128x62",
                    new Pinned(
                            "29dd7487c692e1dd16eed760c10e01c314fc7ca901b704ec93ada7c8dcee3635",
                            "3.837992 3.811463 3.805622 3.810554 3.805783 3.807715 3.811481 3.806359")),
            Map.entry(
                    "log-mel",
                    new Pinned(
                            "94f6498c6bc3651e6d4c0f2ab9f53f85bdd4bbc95ac751109508c025c38878cf",
                            "1.736716 1.604024 1.502278 1.501579 1.497850 1.460052 1.458752 1.456773")),
            Map.entry(
                    "mel",
                    new Pinned(
                            "dc5d544d2eeaf5564cc24b6710c96c9feb2e3d1edffe18d08eb0fdba84e63ab3",
                            "3.145441 3.187543 3.267596 3.261330 3.300245 3.263961 3.302478 3.301594")),
            Map.entry(
                    "mfcc",
                    new Pinned(
                            "feadd80a9e4832f3aadf454bd5fa20c1b39312134bf264d3346688aaf4e1cdcc",
                            "2.462598 2.395587 2.374292 2.244109 2.171519 1.978198 2.102087 2.021072")),
            Map.entry(
                    "stft-257x173",
                    new Pinned(
                            "b8752b38eb5c64d89c3a882a3e30d823bbf2a9e12ffe39c70b44e5066f6b8851",
                            "0.710138 0.752388 0.749598 0.740108 0.745807 0.741567 0.747948 0.756383")));

    /**
     * If the numbers change on purpose, raise the version of the numbers and pin all anew. If the fingerprint alone
     * changes, features and models that fit each other no longer say so.
     */
    @ParameterizedTest
    @MethodSource("frontEnds")
    void keepsItsFingerprintAsLongAsItsNumbers(FrontEnd frontEnd) throws Exception {
        Pinned pinned = Objects.requireNonNull(PINNED.get(frontEnd.name()), "pin " + frontEnd.name() + " here");
        float[] numbers = numbers(frontEnd);

        assertThat(frontEnd.fingerprint()).isEqualTo(pinned.fingerprint());
        assertThat(meanSizes(numbers)).containsExactly(parsed(pinned.meanSizes()), within(5e-6));
    }

    /** Whatever is decoded passes through a resampler, so that its numbers are part of every front end's. */
    @ParameterizedTest
    @CsvSource({
        "44100, '-0.2503612 0.0559849 0.0768432 -0.2506693 -0.0534079 0.0325218 -0.3493067 -0.0359057'",
        "48000, '0.1500629 -0.3175089 0.3704163 -0.0905716 0.1526272 0.0502253 0.2393200 -0.0329755'"
    })
    void takeSoundsOfOtherRatesAsEver(int sourceRateHz, String pinnedSamples) {
        Audio resampled = Resampling.toRate(FrontEndGolden.signal(sourceRateHz, sourceRateHz), 22_050);

        double[] samples = IntStream.range(0, REGIONS)
                .mapToDouble(region -> resampled.samples()[(2 * region + 1) * 22_050 / (2 * REGIONS)])
                .toArray();
        assertThat(samples)
                .as("if this changes on purpose, raise numbersVersion of all front ends of sound")
                .containsExactly(parsed(pinnedSamples), within(1e-6));
    }

    private static double[] parsed(String pinned) {
        return Stream.of(pinned.split(" ")).mapToDouble(Double::parseDouble).toArray();
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
            }
            assertThat(Fingerprint.text(record)).contains(component.getName() + "=" + value);
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
                tracks.transform(FrontEndGolden.signal(tracks.sampleRateHz(), tracks.sampleRateHz()))
                        .values();
            case ScoreFrontEnd scores -> throw new AssertionError(scores.name() + " takes no sound");
        };
    }

    /** Of each eighth of the numbers, which are bands or frames that lie together. */
    private static double[] meanSizes(float[] numbers) {
        double[] sizes = new double[REGIONS];
        for (int i = 0; i < numbers.length; i++) {
            sizes[(int) ((long) i * REGIONS / numbers.length)] += size(numbers[i]) * REGIONS / numbers.length;
        }
        return sizes;
    }

    /** By its logarithm, so that no number drowns the others. */
    private static double size(float number) {
        return Math.log1p(Math.abs(number));
    }
}
