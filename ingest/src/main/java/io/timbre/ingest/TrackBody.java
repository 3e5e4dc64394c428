package io.timbre.ingest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.timbre.schemas.Reason;
import io.timbre.schemas.avro.Rejection;
import io.timbre.schemas.avro.Track;
import io.timbre.schemas.avro.TrackClassification;
import io.timbre.schemas.avro.TrackState;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of a track so far, as the API shows it. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record TrackBody(
        String trackId,
        String status,
        @Nullable String fileName,
        @Nullable String title,
        @Nullable String artist,
        @Nullable String album,
        @Nullable String isrc,
        @Nullable String mbid,
        @Nullable String source,
        @Nullable String mediaType,
        @Nullable Long bytes,
        @Nullable Instant acceptedAt,
        @Nullable Instant featuresAt,
        @Nullable Instant classifiedAt,
        @Nullable RejectionBody rejection) {

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record RejectionBody(String service, String reason, String detail, String remedy, Instant rejectedAt) {
        static RejectionBody of(Rejection rejection) {
            return new RejectionBody(
                    rejection.getService(),
                    rejection.getReason(),
                    rejection.getDetail(),
                    Reason.of(rejection.getReason()).remedy(),
                    rejection.getRejectedAt());
        }
    }

    static TrackBody of(String trackId, TrackState state) {
        var track = Optional.ofNullable(state.getTrack());
        var classification = Optional.ofNullable(state.getClassification());
        return new TrackBody(
                trackId,
                status(state),
                track.map(Track::getFileName).orElse(null),
                track.map(Track::getTitle).orElse(null),
                track.map(Track::getArtist).orElse(null),
                track.map(Track::getAlbum).orElse(null),
                track.map(Track::getIsrc).orElse(null),
                track.map(Track::getMbid).orElse(null),
                track.map(Track::getSource).orElse(null),
                track.map(Track::getMediaType).orElse(null),
                track.map(Track::getBytes).orElse(null),
                track.map(Track::getAcceptedAt).orElse(null),
                classification.map(TrackClassification::getFeaturesAt).orElse(null),
                classification.map(TrackClassification::getClassifiedAt).orElse(null),
                Optional.ofNullable(state.getRejection()).map(RejectionBody::of).orElse(null));
    }

    private static String status(TrackState state) {
        if (state.getClassification() != null) {
            return "classified";
        }
        return state.getRejection() == null ? "accepted" : "rejected";
    }
}
