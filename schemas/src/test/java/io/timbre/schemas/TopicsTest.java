package io.timbre.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.ByteBuffer;
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
    void allTopicsHaveTheSameNumberOfPartitions() {
        assertThat(Topics.newTopics(6, (short) 3)).allSatisfy(topic -> {
            assertThat(topic.numPartitions()).isEqualTo(6);
            assertThat(topic.replicationFactor()).isEqualTo((short) 3);
        });
    }

    @Test
    void theCatalogueKeepsTheLatestOfEachTrackAndTheRestByTime() {
        assertThat(Topics.newTopics(1, (short) 1))
                .extracting(NewTopic::name, topic -> topic.configs().get("cleanup.policy"))
                .contains(
                        tuple("tracks", "compact"),
                        tuple("track-classifications", "compact"),
                        tuple("track-features", "delete"),
                        tuple("explanation-requests", "delete"),
                        tuple("explanations", "delete"),
                        tuple("features-dead-letters", "delete"),
                        tuple("explain-dead-letters", "delete"));
    }
}
