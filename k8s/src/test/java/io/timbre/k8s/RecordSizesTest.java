package io.timbre.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.timbre.networks.model.Champion;
import io.timbre.networks.zoo.Zoo;
import io.timbre.schemas.SegmentValues;
import io.timbre.schemas.Topic;
import io.timbre.schemas.Topics;
import io.timbre.schemas.avro.ElementType;
import io.timbre.schemas.avro.FeatureSegment;
import io.timbre.schemas.avro.SegmentPosteriors;
import io.timbre.schemas.avro.Track;
import io.timbre.schemas.avro.TrackClassification;
import io.timbre.schemas.avro.TrackFeatures;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The plan in README.md counts with the bytes that a track of the model that ships takes on Kafka. */
class RecordSizesTest {
    /** Of a track of two minutes or more. */
    private static final int SEGMENTS = 16;

    private static final String HASH = "29dd7487c692e1dd16eed760c10e01c314fc7ca901b704ec93ada7c8dcee3635";
    private static final Instant NOW = Instant.ofEpochMilli(1_795_000_000_000L);

    private final Topics topics = Topics.withRegistry("mock://record-sizes");

    @Test
    void ofATrackIsWhatThePlanSays() {
        var track = Track.newBuilder()
                .setTrackId(HASH)
                .setObjectUri("object:tracks/29/" + HASH)
                .setBytes(5_000_000)
                .setMediaType("audio/mpeg")
                .setFileName("01 - A title of some length.mp3")
                .setTitle("A title of some length")
                .setArtist("An artist's name")
                .setAlbum("The name of an album")
                .setSource("catalogue")
                .setAcceptedAt(NOW)
                .build();

        assertThat(bytes(topics.tracks(), track)).isCloseTo(planned("tracks"), withinPercentage(5));
    }

    @Test
    void ofItsFeaturesIsWhatThePlanSays() {
        var frontEnd = Champion.checkpoint().description().frontEnd();
        int elements = frontEnd.segmentShape().stream().reduce(1, (a, b) -> a * b);
        var segment = new FeatureSegment(7.5f, SegmentValues.toFloat16(new float[elements]));
        var features = TrackFeatures.newBuilder()
                .setTrackId(HASH)
                .setFrontEnd(frontEnd.name())
                .setFingerprint(frontEnd.fingerprint())
                .setElementType(ElementType.FLOAT16)
                .setSegmentShape(frontEnd.segmentShape())
                .setSegments(Collections.nCopies(SEGMENTS, segment))
                .setDurationSeconds(240)
                .setCodec("mp3float")
                .setSampleRateHz(44_100)
                .setChannels(2)
                .setSource("catalogue")
                .setAcceptedAt(NOW)
                .setExtractedAt(NOW)
                .build();

        assertThat(bytes(topics.features(), features)).isCloseTo(planned("track-features"), withinPercentage(5));
    }

    @Test
    void ofItsClassificationIsWhatThePlanSays() {
        var model = Champion.checkpoint().description();
        var posteriors = Collections.nCopies(model.classes().size(), 0.1f);
        int embedding = Zoo.network(model.network(), model.classes().size()).embeddingSize();
        var classification = TrackClassification.newBuilder()
                .setClassificationId(HASH)
                .setTrackId(HASH)
                .setGenre("jazz")
                .setConfidence(0.9f)
                .setGenres(model.classes())
                .setPosteriors(posteriors)
                .setSegments(Collections.nCopies(SEGMENTS, new SegmentPosteriors(7.5f, posteriors)))
                .setEmbedding(List.copyOf(Collections.nCopies(embedding, 0.1f)))
                .setModel(model.version())
                .setFrontEnd(model.frontEnd().name())
                .setFingerprint(model.frontEnd().fingerprint())
                .setDurationSeconds(240)
                .setSource("catalogue")
                .setAcceptedAt(NOW)
                .setFeaturesAt(NOW)
                .setClassifiedAt(NOW)
                .build();

        assertThat(bytes(topics.classifications(), classification))
                .isCloseTo(planned("track-classifications"), withinPercentage(5));
    }

    private static <V> int bytes(Topic<V> topic, V value) {
        return topic.values().serializer().serialize(topic.name(), value).length;
    }

    /** The second column of the topic's line in the plan. */
    private static int planned(String topic) {
        var line = Sources.matches("k8s/README.md", "(?m)^\\| `" + topic + "` \\| ([0-9,]+) B \\|")
                .findFirst()
                .orElseThrow(() -> new AssertionError("the plan has no line of " + topic));
        return Integer.parseInt(line.group(1).replace(",", ""));
    }
}
