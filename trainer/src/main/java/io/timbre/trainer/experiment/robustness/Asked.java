package io.timbre.trainer.experiment.robustness;

import io.timbre.networks.model.GenreModel;
import io.timbre.signal.Audio;
import io.timbre.signal.codec.AudioDecoder;
import io.timbre.signal.codec.DecodeLimits;
import io.timbre.signal.codec.UndecodableException;
import io.timbre.signal.frontend.Segment;
import io.timbre.signal.frontend.SegmentFrontEnd;
import io.timbre.signal.frontend.UnusableAudioException;
import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Grouping;
import io.timbre.trainer.data.GtzanPictures;
import io.timbre.trainer.data.GtzanPictures.Picture;
import io.timbre.trainer.data.Prediction;
import io.timbre.trainer.data.TrackFiles;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A model that is asked about tracks, by their recordings or by their pictures. */
record Asked(GenreModel model, SegmentFrontEnd frontEnd) {

    List<String> classes() {
        return model.classes();
    }

    /** The longest recording of a track. */
    Audio decoded(TrackFiles track) throws IOException {
        var longest = new Audio(new float[0], frontEnd.sampleRateHz());
        for (var recording : track.recordings()) {
            try {
                var audio = new AudioDecoder(new DecodeLimits(Duration.ofMinutes(2)))
                        .decode(recording, frontEnd.sampleRateHz())
                        .audio();
                longest = audio.samples().length > longest.samples().length ? audio : longest;
            } catch (UndecodableException e) {
                throw new IOException("cannot decode " + recording, e);
            }
        }
        return longest;
    }

    Prediction about(TrackFiles track, Audio audio) throws IOException {
        try {
            return of(
                    track.id(),
                    track.genre(),
                    frontEnd.segments(audio).stream().map(Segment::values).toList());
        } catch (UnusableAudioException e) {
            throw new IOException(track.id() + " is unusable: " + e.getMessage(), e);
        }
    }

    Prediction about(Picture picture, Cut cut) {
        return of(picture.id(), picture.genre(), cut.of(picture.levels(), GtzanPictures.BANDS));
    }

    private Prediction of(String id, String genre, List<float[]> segments) {
        var example = Example.ofClass(
                id, new float[0], classes().indexOf(genre), classes().size(), Map.of(Grouping.TRACK, id));
        return new Prediction(
                example, model.predict(segments.toArray(float[][]::new)).posteriors());
    }
}
