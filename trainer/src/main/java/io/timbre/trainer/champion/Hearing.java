package io.timbre.trainer.champion;

import io.timbre.networks.model.GenreModel;
import io.timbre.networks.model.TrackPrediction;
import io.timbre.signal.codec.AudioDecoder;
import io.timbre.signal.codec.DecodeLimits;
import io.timbre.signal.codec.UndecodableException;
import io.timbre.signal.frontend.Segment;
import io.timbre.signal.frontend.SegmentFrontEnd;
import io.timbre.signal.frontend.UnusableAudioException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Asks a model about recordings as it is asked when it serves: decoded, cut by the front end, classified. */
final class Hearing {

    private static final DecodeLimits LIMITS = new DecodeLimits(Duration.ofMinutes(20));

    private final AudioDecoder decoder = new AudioDecoder(LIMITS);
    private final SegmentFrontEnd frontEnd;
    private final GenreModel model;

    Hearing(SegmentFrontEnd frontEnd, GenreModel model) {
        this.frontEnd = frontEnd;
        this.model = model;
    }

    /**
     * What the model makes of a file.
     *
     * @throws IOException if it cannot be read or decoded
     * @throws UnusableAudioException if it is too short, silent or not finite
     */
    TrackPrediction of(Path file) throws IOException, UnusableAudioException {
        try {
            var audio = decoder.decode(file, frontEnd.sampleRateHz()).audio();
            return model.predict(
                    frontEnd.segments(audio).stream().map(Segment::values).toArray(float[][]::new));
        } catch (UndecodableException e) {
            throw new IOException("cannot decode " + file, e);
        }
    }
}
