package io.timbre.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import io.timbre.schemas.SegmentValues;
import io.timbre.schemas.avro.FeatureSegment;
import io.timbre.schemas.avro.TrackFeatures;
import io.timbre.signal.Audio;
import io.timbre.signal.SampleSink;
import io.timbre.signal.codec.AudioDecoder;
import io.timbre.signal.codec.DecodeLimits;
import io.timbre.signal.codec.DecodedTrack;
import io.timbre.signal.codec.Decoder;
import io.timbre.signal.frontend.LogMel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureExtractorTest {
    private static final String ID = "d".repeat(64);
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final int RATE_HZ = Tone.RATE_HZ;

    private final FeatureExtractor extractor =
            new FeatureExtractor(new AudioDecoder(new DecodeLimits(Duration.ofSeconds(20))), LogMel.standard());

    @TempDir
    private Path folder;

    /** Ten seconds hold five segments of 44,032 samples, which is 1.997 s. */
    @Test
    void aRecordingBecomesItsSegmentsInHalfPrecision() throws IOException {
        var features = extract(tone(10, 0.5));

        assertThat(features.getTrackId()).isEqualTo(ID);
        assertThat(features.getFrontEnd()).isEqualTo("log-mel");
        assertThat(features.getFingerprint()).isEqualTo(LogMel.standard().fingerprint());
        assertThat(features.getSegmentShape()).containsExactly(128, 87);
        assertThat(features.getSegments())
                .hasSize(5)
                .allSatisfy(
                        segment -> assertThat(segment.getValues().remaining()).isEqualTo(128 * 87 * 2));
        assertThat(features.getDurationSeconds()).isEqualTo(10, within(1e-6));
        assertThat(features.getCodec()).isEqualTo("pcm_s16le");
        assertThat(features.getAcceptedAt()).isEqualTo(NOON);
    }

    /** Half precision moves decibels below 128 by at most 1/32. */
    @Test
    void theSegmentsAreThoseOfTheFrontEnd() throws Exception {
        var file = tone(3, 0.5);
        var audio = new AudioDecoder(new DecodeLimits(Duration.ofSeconds(20)))
                .decode(file, RATE_HZ)
                .audio();
        var expected = LogMel.standard().segments(audio).getFirst().values();

        var features = extract(file);

        var values = SegmentValues.read(
                features.getSegments().getFirst().getValues(), features.getElementType(), expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(values[i]).isEqualTo(expected[i], within(1 / 32f));
        }
    }

    /** A minute is more than log-mel keeps of a track that it takes for one of three seconds. */
    @Test
    void aRecordingThatClaimsAWrongLengthIsDecodedTwice() throws Exception {
        float[] samples = new float[60 * RATE_HZ];
        for (int n = 0; n < samples.length; n++) {
            samples[n] = (float) Math.sin(n * 1e-6 * n);
        }
        var decoder = new Claiming(3 * RATE_HZ, samples);

        var features = new FeatureExtractor(decoder, LogMel.standard()).extract(folder, ID, NOON);

        assertThat(decoder.passes).isEqualTo(2);
        var expected = LogMel.standard().segments(new Audio(samples, RATE_HZ));
        assertThat(features.getSegments())
                .isEqualTo(expected.stream()
                        .map(segment -> new FeatureSegment(
                                (float) segment.startSeconds(), SegmentValues.toFloat16(segment.values())))
                        .toList());
    }

    @Test
    void silenceThatClaimsAWrongLengthIsNotDecodedTwice() {
        var decoder = new Claiming(3 * RATE_HZ, new float[60 * RATE_HZ]);

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> new FeatureExtractor(decoder, LogMel.standard()).extract(folder, ID, NOON))
                .returns(Reason.SILENT, RejectedException::reason);
        assertThat(decoder.passes).isEqualTo(1);
    }

    @Test
    void silenceIsRejected() throws IOException {
        assertRejected(tone(3, 0), Reason.SILENT);
    }

    @Test
    void lessThanASegmentIsTooShort() throws IOException {
        assertRejected(tone(1, 0.5), Reason.TOO_SHORT);
    }

    @Test
    void moreThanTheLimitIsTooLong() throws IOException {
        assertRejected(tone(21, 0.5), Reason.TOO_LONG);
    }

    @Test
    void textIsOfUnknownKind() throws IOException {
        assertRejected(Files.writeString(folder.resolve("song.mp3"), "la la la ".repeat(1000)), Reason.UNKNOWN_KIND);
    }

    @Test
    void nothingIsEmpty() throws IOException {
        assertRejected(Files.createFile(folder.resolve("empty.wav")), Reason.EMPTY);
    }

    @Test
    void aFileThatCannotBeReadIsNotTheRecordingsFault() {
        assertThatThrownBy(() -> extract(folder.resolve("gone.wav"))).isInstanceOf(UncheckedIOException.class);
    }

    /** Decodes every file as these samples, and says of it that it has others. */
    private static final class Claiming implements Decoder {
        private final long claimedSamples;
        private final float[] samples;
        private int passes;

        Claiming(long claimedSamples, float... samples) {
            this.claimedSamples = claimedSamples;
            this.samples = samples;
        }

        @Override
        public DecodedTrack decode(Path file, int sampleRateHz, SampleSink sink) {
            passes++;
            sink.begin(claimedSamples);
            sink.accept(samples, 0, samples.length);
            return new DecodedTrack((double) samples.length / sampleRateHz, "none", sampleRateHz, 1);
        }
    }

    private TrackFeatures extract(Path file) {
        return extractor.extract(file, ID, NOON);
    }

    private void assertRejected(Path file, Reason reason) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> extract(file))
                .extracting(RejectedException::reason)
                .isEqualTo(reason);
    }

    private Path tone(int seconds, double amplitude) throws IOException {
        return Tone.wav(folder.resolve("tone.wav"), seconds, amplitude);
    }
}
