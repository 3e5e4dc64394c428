package io.timbre.ingest;

import io.timbre.schemas.NotDurableException;
import io.timbre.schemas.ObjectStore;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import io.timbre.schemas.avro.Track;
import io.timbre.schemas.avro.TrackState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Accepts staged uploads: bytes into the store first, then the event onto the log, so that whoever reads the event
 * finds the bytes. The same bytes are the same track: a second upload of a known track has no effect, unless the first
 * was rejected by features, in which case it is tried again.
 */
final class TrackIntake {
    /** What the uploader said of the recording; any of it may be missing. */
    record Description(
            @Nullable String title,
            @Nullable String artist,
            @Nullable String album,
            @Nullable String isrc,
            @Nullable String mbid,
            @Nullable String source) {}

    enum Status {
        ACCEPTED,
        KNOWN
    }

    /** The one service that works anew on a track it rejected before; what comes after it would not hear of it. */
    private static final String STAGE_THAT_TRIES_AGAIN = "features";

    private final ObjectStore store;
    private final EventLog<Track> log;
    private final Function<String, Optional<TrackState>> view;

    TrackIntake(ObjectStore store, EventLog<Track> log, Function<String, Optional<TrackState>> view) {
        this.store = store;
        this.log = log;
        this.view = view;
    }

    /**
     * Returns once bytes and event are durable.
     *
     * @throws RejectedException if the upload is empty
     * @throws NotDurableException if the event could not be made durable; the bytes are kept, the client may retry
     */
    Status accept(StagedUpload upload, Description description) {
        try {
            if (upload.bytes() == 0) {
                throw new RejectedException(Reason.EMPTY, "the uploaded file has no bytes");
            }
            if (view.apply(upload.trackId()).filter(TrackIntake::needsNoRetry).isPresent()) {
                return Status.KNOWN;
            }
            var uri = store.storeAudio(upload.file(), upload.trackId());
            log.announce(track(upload, description, uri));
            return Status.ACCEPTED;
        } catch (IOException e) {
            throw new UncheckedIOException("the object store did not take the upload", e);
        } finally {
            discard(upload);
        }
    }

    private static boolean needsNoRetry(TrackState state) {
        var rejection = state.getRejection();
        return state.getTrack() != null
                && (rejection == null || !rejection.getService().equals(STAGE_THAT_TRIES_AGAIN));
    }

    private static Track track(StagedUpload upload, Description description, String uri) {
        return Track.newBuilder()
                .setTrackId(upload.trackId())
                .setObjectUri(uri)
                .setBytes(upload.bytes())
                .setMediaType(upload.mediaType())
                .setFileName(upload.fileName())
                .setTitle(description.title())
                .setArtist(description.artist())
                .setAlbum(description.album())
                .setIsrc(description.isrc())
                .setMbid(description.mbid())
                .setSource(description.source())
                .setAcceptedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .build();
    }

    private static void discard(StagedUpload upload) {
        try {
            Files.deleteIfExists(upload.file());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the staged upload " + upload.file(), e);
        }
    }
}
