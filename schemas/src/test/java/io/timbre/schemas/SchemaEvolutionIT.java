package io.timbre.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.timbre.embedded.EmbeddedRegistry;
import io.timbre.schemas.avro.Track;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registration and evolution, on the real registry. */
class SchemaEvolutionIT {
    @TempDir
    private static Path directory;

    private static EmbeddedRegistry registry;
    private static SchemaRegistryClient client;

    @BeforeAll
    static void start() throws Exception {
        registry = EmbeddedRegistry.start(directory);
        client = new CachedSchemaRegistryClient(registry.url().toString(), 100);
    }

    @AfterAll
    static void stop() throws Exception {
        client.close();
        registry.close();
    }

    @Test
    void writingARecordRegistersItsSchemaUnderTheTopicsSubject() throws Exception {
        var tracks = Topics.withRegistry(registry.url().toString()).tracks();

        var bytes = tracks.values().serializer().serialize("registered", Samples.track());

        assertThat(client.getAllSubjects()).contains("registered-value");
        assertThat(tracks.values().deserializer().deserialize("registered", bytes))
                .isEqualTo(Samples.track());
    }

    @Test
    void aNewFieldWithoutADefaultIsRefusedAndNamed() throws Exception {
        client.register("strict-value", new AvroSchema(Track.getClassSchema()));
        var incompatible = withField(new Schema.Field("loudness_lufs", Schema.create(Schema.Type.FLOAT), "LUFS"));

        assertThatThrownBy(() -> client.register("strict-value", new AvroSchema(incompatible)))
                .isInstanceOf(RestClientException.class)
                .hasMessageContaining("loudness_lufs")
                .extracting(failure -> ((RestClientException) failure).getStatus())
                .isEqualTo(409);
    }

    @Test
    void aNewFieldWithADefaultIsAccepted() throws Exception {
        client.register("lenient-value", new AvroSchema(Track.getClassSchema()));
        var nullable = Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING));
        var compatible = withField(new Schema.Field("country", nullable, "ISO 3166 code.", JsonProperties.NULL_VALUE));

        assertThat(client.register("lenient-value", new AvroSchema(compatible))).isPositive();
    }

    /** A producer of an earlier day, which knew only what a track must have. */
    @Test
    void aRecordOfAnOlderSchemaIsReadByTodaysReader() {
        var required = List.of("track_id", "object_uri", "bytes", "accepted_at");
        var old = Schema.createRecord("Track", "A recording.", "io.timbre.schemas.avro", false);
        old.setFields(Track.getClassSchema().getFields().stream()
                .filter(field -> required.contains(field.name()))
                .map(field -> new Schema.Field(field.name(), field.schema(), field.doc()))
                .toList());
        GenericRecord record = new GenericData.Record(old);
        record.put("track_id", Samples.ID);
        record.put("object_uri", "object:audio/01/" + Samples.ID);
        record.put("bytes", 480_000L);
        record.put("accepted_at", Samples.track().getAcceptedAt().toEpochMilli());
        byte[] bytes;
        try (var serializer = new KafkaAvroSerializer(
                client, Map.of("schema.registry.url", registry.url().toString()))) {
            bytes = serializer.serialize("aged", record);
        }

        var tracks = Topics.withRegistry(registry.url().toString()).tracks();
        var read = tracks.values().deserializer().deserialize("aged", bytes);

        assertThat(read.getTrackId()).isEqualTo(Samples.ID);
        assertThat(read.getAcceptedAt()).isEqualTo(Samples.track().getAcceptedAt());
        assertThat(read.getTitle()).isNull();
    }

    /** The framing is right, but no schema was ever registered under the id: a record of another registry, say. */
    @Test
    void aRecordWhoseSchemaIdTheRegistryDoesNotKnowIsMalformed() {
        var tracks = Topics.withRegistry(registry.url().toString()).tracks();
        var foreign = tracks.values().serializer().serialize("foreign", Samples.track());
        foreign[1] = 0x7f;

        var failure = catchThrowableOfType(
                Exception.class, () -> tracks.values().deserializer().deserialize("foreign", foreign));

        assertThat(DeadLetters.worldIsUnwell(failure)).isFalse();
    }

    private static Schema withField(Schema.Field added) {
        var track = Track.getClassSchema();
        var changed = Schema.createRecord(track.getName(), track.getDoc(), track.getNamespace(), false);
        var fields = new ArrayList<>(track.getFields().stream()
                .map(field -> new Schema.Field(field, field.schema()))
                .toList());
        fields.add(added);
        changed.setFields(fields);
        return changed;
    }
}
