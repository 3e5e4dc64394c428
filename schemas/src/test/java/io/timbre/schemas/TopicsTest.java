package io.timbre.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Set;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicsTest {
    private final Topics topics = Topics.withRegistry("mock://topics-test");

    @Test
    void aTrackComesBackAsItWasWritten() {
        var tracks = topics.tracks();

        var bytes = tracks.values().serializer().serialize(tracks.name(), Samples.track());

        assertThat(tracks.values().deserializer().deserialize(tracks.name(), bytes))
                .isEqualTo(Samples.track());
    }

    @Test
    void valuesStartWithAZeroByteAndTheSchemaIdInFourBytes() {
        var bytes = ByteBuffer.wrap(topics.tracks().values().serializer().serialize("tracks", Samples.track()));

        assertThat(bytes.get()).isZero();
        assertThat(bytes.getInt()).isPositive();
    }

    @Test
    void allTopicsAboutTracksHaveTheSameNumberOfPartitionsAndThoseAboutModelsAndDriftOne() {
        var ofOne = Set.of(
                "learning-requests",
                "training-runs",
                "model-releases",
                "genre-drift",
                "drift-baselines",
                "drift-choices");
        assertThat(Topics.newTopics(6, (short) 3)).allSatisfy(topic -> {
            assertThat(topic.numPartitions()).isEqualTo(ofOne.contains(topic.name()) ? 1 : 6);
            assertThat(topic.replicationFactor()).isEqualTo((short) 3);
        });
    }

    @Test
    void anExampleThatWasCorrectedCanStillBeReadForAMonth() {
        assertThat(Topics.newTopics(1, (short) 1))
                .filteredOn(topic -> topic.name().equals("training-examples"))
                .singleElement()
                .satisfies(topic -> assertThat(topic.configs())
                        .containsEntry("cleanup.policy", "compact")
                        .containsEntry(
                                "min.compaction.lag.ms",
                                Long.toString(Duration.ofDays(30).toMillis())));
    }

    @Test
    void theCatalogueKeepsTheLatestOfEachTrackAndTheRestByTime() {
        assertThat(Topics.newTopics(1, (short) 1))
                .extracting(NewTopic::name, topic -> topic.configs().get("cleanup.policy"))
                .contains(
                        tuple("tracks", "compact"),
                        tuple("track-classifications", "compact"),
                        tuple("track-features", "compact"),
                        tuple("track-labels", "delete"),
                        tuple("model-releases", "compact"),
                        tuple("shadow-classifications", "delete"),
                        tuple("genre-drift", "delete"),
                        tuple("drift-baselines", "compact"),
                        tuple("drift-choices", "compact"),
                        tuple("explanation-requests", "delete"),
                        tuple("explanations", "delete"),
                        tuple("features-dead-letters", "delete"),
                        tuple("explain-dead-letters", "delete"));
    }
}
