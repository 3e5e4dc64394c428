package io.timbre.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.timbre.schemas.avro.Rejection;
import io.timbre.schemas.avro.Track;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLettersTest {
    private final Topics topics = Topics.withRegistry("mock://dead-letters-test");

    @TempDir
    private Path stateDirectory;

    private TopologyTestDriver driver;

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aRejectedRecordKeepsItsBytesAndHeadersAndTellsWhy() {
        start(topics, track -> {
            throw new RejectedException(Reason.SILENT, "peak of -80 dBFS");
        });
        var bytes = bytes(Samples.track());
        var headers = new RecordHeaders().add("ce_id", "original".getBytes(UTF_8));

        input().pipeInput(new TestRecord<>(Samples.ID, bytes, headers));

        var letter = letters().readRecord();
        assertThat(letter.key()).isEqualTo(Samples.ID);
        assertThat(letter.value()).isEqualTo(bytes);
        assertThat(letter.headers().lastHeader("ce_id").value()).isEqualTo("original".getBytes(UTF_8));
        assertThat(DeadLetter.read(letter.headers())).get().satisfies(rejection -> {
            assertThat(rejection.getService()).isEqualTo("features");
            assertThat(Reason.of(rejection.getReason())).isEqualTo(Reason.SILENT);
            assertThat(rejection.getDetail()).isEqualTo("peak of -80 dBFS");
        });
        assertThat(letter.headers().lastHeader(DeadLetter.TOPIC).value()).isEqualTo("tracks".getBytes(UTF_8));
    }

    /** A counter that begins with its first event has no increase that an alert could see. */
    @Test
    void everyReasonIsCountedFromTheStart() {
        start(topics, track -> {
            throw new RejectedException(Reason.TOO_SLOW, "61 s");
        });
        var counted = new SimpleMeterRegistry();
        Metrics.addRegistry(counted);
        try {
            assertThat(counted.get("timbre.records.rejected").counters())
                    .hasSameSizeAs(Reason.values())
                    .allSatisfy(counter -> assertThat(counter.count()).isZero());

            input().pipeInput(Samples.ID, bytes(Samples.track()));

            assertThat(counted.get("timbre.records.rejected")
                            .tag("reason", "too-slow")
                            .counter()
                            .count())
                    .isEqualTo(1);
        } finally {
            Metrics.removeRegistry(counted);
        }
    }

    @Test
    void aRecordThatIsNoRecordGoesToTheDeadLettersAndTheNextOneGoesOn() {
        start(topics, track -> track);

        input().pipeInput(Samples.ID, new byte[] {9, 9, 9});
        input().pipeInput(Samples.ID, bytes(Samples.track()));

        var letter = letters().readRecord();
        assertThat(letter.value()).containsExactly(9, 9, 9);
        assertThat(DeadLetter.read(letter.headers()).map(Rejection::getReason)).contains("malformed-record");
        assertThat(output().readValuesToList()).hasSize(1);
    }

    /** The framing and the schema id are right; the body ends early, or holds a number of more than 64 bits. */
    @ParameterizedTest
    @ValueSource(ints = {0, 0xff})
    void aBodyThatCannotBeReadIsMalformed(int filler) {
        start(topics, track -> track);
        var broken = Arrays.copyOf(bytes(Samples.track()), 5 + (filler == 0 ? 20 : 40));
        Arrays.fill(broken, 5 + (filler == 0 ? 20 : 0), broken.length, (byte) filler);

        input().pipeInput(Samples.ID, broken);

        assertThat(DeadLetter.read(letters().readRecord().headers()).map(Rejection::getReason))
                .contains("malformed-record");
    }

    @Test
    void anyOtherFailureFailsTheTaskSoThatNothingIsSkipped() {
        start(topics, track -> {
            throw new IllegalStateException("store away");
        });

        assertThatThrownBy(() -> input().pipeInput(Samples.ID, bytes(Samples.track())))
                .isInstanceOf(StreamsException.class);
        assertThat(letters().isEmpty()).isTrue();
    }

    /** Port 1 is not listened on: the connection is refused at once. */
    @Test
    void whileTheRegistryIsAwayRecordsAreNotTakenForMalformed() {
        start(Topics.withRegistry("http://127.0.0.1:1"), track -> track);

        assertThatThrownBy(() -> input().pipeInput(Samples.ID, bytes(Samples.track())))
                .isInstanceOf(StreamsException.class);
        assertThat(letters().isEmpty()).isTrue();
    }

    @Test
    void theTopicOfRejectionsReadsTheHeadersAndLeavesTheBytesAlone() {
        start(topics, track -> {
            throw new RejectedException(Reason.TOO_SHORT, "0.4 s");
        });
        input().pipeInput(Samples.ID, bytes(Samples.track()));

        var letter = letters().readRecord();
        var rejections = Topics.rejections("features");
        var record = new ConsumerRecord<>(rejections.name(), 0, 0, letter.key(), letter.value());
        letter.headers().forEach(record.headers()::add);

        assertThat(rejections.values().deserializer().deserialize(rejections.name(), record.headers(), record.value()))
                .map(Rejection::getReason)
                .contains("too-short");
    }

    private void start(Topics topics, UnaryOperator<Track> work) {
        var builder = new StreamsBuilder();
        builder.stream(topics.tracks().name(), topics.tracks().consumed())
                .mapValues(work::apply)
                .to("done", topics.tracks().produced());
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "dead-letters-test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        settings.put(DeadLetters.SERVICE, "features");
        driver = new TopologyTestDriver(builder.build(), settings);
    }

    private byte[] bytes(Track track) {
        return topics.tracks().values().serializer().serialize("tracks", track);
    }

    private TestInputTopic<String, byte[]> input() {
        return driver.createInputTopic("tracks", new StringSerializer(), new ByteArraySerializer());
    }

    private TestOutputTopic<String, byte[]> output() {
        return driver.createOutputTopic("done", new StringDeserializer(), new ByteArrayDeserializer());
    }

    private TestOutputTopic<String, byte[]> letters() {
        return driver.createOutputTopic("features-dead-letters", new StringDeserializer(), new ByteArrayDeserializer());
    }
}
