package io.timbre.features;

import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import io.timbre.schemas.SegmentValues;
import io.timbre.schemas.avro.ElementType;
import io.timbre.schemas.avro.FeatureSegment;
import io.timbre.schemas.avro.TrackFeatures;
import io.timbre.signal.codec.DecodedTrack;
import io.timbre.signal.codec.Decoder;
import io.timbre.signal.codec.UndecodableException;
import io.timbre.signal.frontend.Segment;
import io.timbre.signal.frontend.SegmentFrontEnd;
import io.timbre.signal.frontend.SegmentGatherer;
import io.timbre.signal.frontend.UnusableAudioException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/**
 * Decodes a recording and runs a front end over it. Of the samples only those of the segments are kept; a recording
 * that says a wrong length of itself is decoded twice. Safe to share between threads.
 */
public final class FeatureExtractor {
    private final Decoder decoder;
    private final SegmentFrontEnd frontEnd;

    public FeatureExtractor(Decoder decoder, SegmentFrontEnd frontEnd) {
        this.decoder = decoder;
        this.frontEnd = frontEnd;
    }

    /**
     * The feature record of one recording; its segments are in half precision.
     *
     * @throws RejectedException if the recording can never be worked on
     * @throws UncheckedIOException if the file cannot be read
     */
    public TrackFeatures extract(Path file, String trackId, Instant acceptedAt) {
        try {
            var gatherer = new SegmentGatherer(frontEnd);
            DecodedTrack track;
            do {
                track = decoder.decode(file, frontEnd.sampleRateHz(), gatherer);
            } while (gatherer.wantsAnotherPass());
            return features(trackId, acceptedAt, track, gatherer.segments());
        } catch (UndecodableException e) {
            throw new RejectedException(reason(e.fault()), String.valueOf(e.getMessage()), e);
        } catch (UnusableAudioException e) {
            throw new RejectedException(reason(e.fault()), String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TrackFeatures features(String trackId, Instant acceptedAt, DecodedTrack track, List<Segment> segments) {
        return TrackFeatures.newBuilder()
                .setTrackId(trackId)
                .setFrontEnd(frontEnd.name())
                .setFingerprint(frontEnd.fingerprint())
                .setElementType(ElementType.FLOAT16)
                .setSegmentShape(Arrays.stream(frontEnd.segmentShape()).boxed().toList())
                .setSegments(segments.stream()
                        .map(segment -> new FeatureSegment(
                                (float) segment.startSeconds(), SegmentValues.toFloat16(segment.values())))
                        .toList())
                .setDurationSeconds(track.durationSeconds())
                .setCodec(track.codec())
                .setSampleRateHz(track.sourceSampleRateHz())
                .setChannels(track.sourceChannels())
                .setAcceptedAt(acceptedAt)
                .setExtractedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .build();
    }

    private static Reason reason(UndecodableException.Fault fault) {
        return switch (fault) {
            case EMPTY -> Reason.EMPTY;
            case UNKNOWN_KIND -> Reason.UNKNOWN_KIND;
            case UNDECODABLE -> Reason.UNDECODABLE;
            case TOO_LONG -> Reason.TOO_LONG;
            case TOO_SLOW -> Reason.TOO_SLOW;
        };
    }

    private static Reason reason(UnusableAudioException.Fault fault) {
        return switch (fault) {
            case SILENT -> Reason.SILENT;
            case TOO_SHORT -> Reason.TOO_SHORT;
            case NOT_FINITE -> Reason.NOT_FINITE;
        };
    }
}
