package io.timbre.trainer.learning;

import io.timbre.schemas.SegmentValues;
import io.timbre.schemas.avro.TrackFeatures;
import io.timbre.schemas.avro.TrainingExample;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A track, its genre and who plays it. Its segments stay packed until they are asked for: half as many bytes, of which a
 * training holds all.
 *
 * @param label index into the model's classes
 * @param circle its artist, lower case, or the track itself where nobody is named: what must not be torn apart
 */
record LabelledTrack(String id, int label, String circle, TrackFeatures features) {

    /** Nothing if its genre is none of the classes, or its features are of another front end. */
    static Optional<LabelledTrack> of(TrainingExample example, List<String> classes, String fingerprint) {
        int label = classes.indexOf(example.getGenre());
        return label < 0 || !example.getFeatures().getFingerprint().equals(fingerprint)
                ? Optional.empty()
                : Optional.of(new LabelledTrack(example.getTrackId(), label, circle(example), example.getFeatures()));
    }

    private static String circle(TrainingExample example) {
        return Optional.ofNullable(example.getArtist())
                .map(artist -> artist.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
                .filter(artist -> !artist.isEmpty())
                .map(artist -> "artist " + artist)
                .orElse("track " + example.getTrackId());
    }

    /** Row-major, of the features' segment shape; in the order of the track. */
    List<float[]> segments() {
        int elements = features.getSegmentShape().stream().reduce(1, Math::multiplyExact);
        return features.getSegments().stream()
                .map(segment -> SegmentValues.read(segment.getValues(), features.getElementType(), elements))
                .toList();
    }
}
