package io.timbre.signal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.signal.Audio;
import io.timbre.signal.DataFolder;
import io.timbre.signal.Signals;
import io.timbre.signal.frontend.LogMel;
import io.timbre.signal.frontend.Segment;
import io.timbre.signal.frontend.SegmentGatherer;
import io.timbre.signal.frontend.UnusableAudioException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A track's segments, gathered while it is decoded, are those of the track decoded whole. */
class StreamedDecodingIT {
    private final AudioDecoder decoder = new AudioDecoder(new DecodeLimits(Duration.ofMinutes(10)));
    private final LogMel logMel = LogMel.standard();

    @TempDir
    private Path folder;

    /** From 120 s on segments lie apart and away from the edges. An AAC stream on its own does not know its length. */
    @ParameterizedTest
    @EnumSource
    void givesTheSameSegmentsInEveryFormat(AudioFormat format) throws Exception {
        Path file = folder.resolve("track");
        Audio swelling = Signals.sine(440, 0.5, 125, 22_050);
        for (int n = 0; n < swelling.samples().length; n++) {
            swelling.samples()[n] *= (float) Math.sin(n * 1e-6);
        }
        AudioEncoder.encode(swelling, format, file);
        var gatherer = new SegmentGatherer(logMel);

        DecodedTrack track = decoder.decode(file, logMel.sampleRateHz(), gatherer);

        DecodedAudio whole = decoder.decode(file, logMel.sampleRateHz());
        assertThat(gatherer.isComplete()).isEqualTo(format != AudioFormat.AAC);
        assertSame(gathered(file), logMel.segments(whole.audio()));
        assertThat(track)
                .isEqualTo(new DecodedTrack(
                        whole.audio().durationSeconds(),
                        whole.codec(),
                        whole.sourceSampleRateHz(),
                        whole.sourceChannels()));
    }

    @Test
    void givesTheSameSegmentsOfEveryFileThatIsOdd() throws Exception {
        try (var files = Files.walk(DataFolder.require("nasty"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertSameOutcome(file);
            }
        }
    }

    private void assertSameOutcome(Path file) throws IOException {
        try {
            List<Segment> expected =
                    logMel.segments(decoder.decode(file, logMel.sampleRateHz()).audio());
            assertSame(gathered(file), expected);
        } catch (UndecodableException | UnusableAudioException refused) {
            assertThat(refused).as(file.toString()).isNotNull();
        }
    }

    private List<Segment> gathered(Path file) throws IOException, UndecodableException, UnusableAudioException {
        var gatherer = new SegmentGatherer(logMel);
        decoder.decode(file, logMel.sampleRateHz(), gatherer);
        if (!gatherer.isComplete()) {
            gatherer = gatherer.again();
            decoder.decode(file, logMel.sampleRateHz(), gatherer);
        }
        return gatherer.segments();
    }

    private static void assertSame(List<Segment> actual, List<Segment> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i).startSeconds()).isEqualTo(expected.get(i).startSeconds());
            assertThat(actual.get(i).values()).isEqualTo(expected.get(i).values());
        }
    }
}
