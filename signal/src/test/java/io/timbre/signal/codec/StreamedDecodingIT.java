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
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
        assertThat(gatherer.wantsAnotherPass()).isEqualTo(format == AudioFormat.AAC);
        assertThat(outcome(() -> gathered(file))).isEqualTo(outcome(() -> logMel.segments(whole.audio())));
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
                assertThat(outcome(() -> gathered(file)))
                        .as(file.toString())
                        .isEqualTo(outcome(() -> logMel.segments(
                                decoder.decode(file, logMel.sampleRateHz()).audio())));
            }
        }
    }

    private List<Segment> gathered(Path file) throws IOException, UndecodableException, UnusableAudioException {
        var gatherer = new SegmentGatherer(logMel);
        do {
            decoder.decode(file, logMel.sampleRateHz(), gatherer);
        } while (gatherer.wantsAnotherPass());
        return gatherer.segments();
    }

    /** Start and values of each segment, or the fault for which there are none. */
    private static List<Object> outcome(Cutting cutting) throws IOException {
        try {
            return cutting.segments().stream()
                    .<Object>map(segment -> Map.entry(segment.startSeconds(), FloatBuffer.wrap(segment.values())))
                    .toList();
        } catch (UndecodableException refused) {
            return List.of(refused.fault());
        } catch (UnusableAudioException refused) {
            return List.of(refused.fault());
        }
    }

    @FunctionalInterface
    private interface Cutting {
        List<Segment> segments() throws IOException, UndecodableException, UnusableAudioException;
    }
}
