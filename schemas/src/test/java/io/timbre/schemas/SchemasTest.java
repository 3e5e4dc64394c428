package io.timbre.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.schemas.avro.ArrivedTrack;
import io.timbre.schemas.avro.DriftBaseline;
import io.timbre.schemas.avro.DriftChoice;
import io.timbre.schemas.avro.Explanation;
import io.timbre.schemas.avro.ExplanationRequest;
import io.timbre.schemas.avro.GenreDrift;
import io.timbre.schemas.avro.LearningRequest;
import io.timbre.schemas.avro.ModelRelease;
import io.timbre.schemas.avro.PendingExplanation;
import io.timbre.schemas.avro.TrackClassification;
import io.timbre.schemas.avro.TrackFeatures;
import io.timbre.schemas.avro.TrackLabels;
import io.timbre.schemas.avro.TrackState;
import io.timbre.schemas.avro.TrainingExample;
import io.timbre.schemas.avro.TrainingRun;
import io.timbre.schemas.avro.WatchedSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class SchemasTest {
    @Test
    void everyFieldOfEveryRecordIsDocumentedAndNamedInSnakeCase() {
        for (var record : List.of(
                Samples.track().getSchema(),
                TrackFeatures.getClassSchema(),
                TrackClassification.getClassSchema(),
                TrackState.getClassSchema(),
                ExplanationRequest.getClassSchema(),
                Explanation.getClassSchema(),
                PendingExplanation.getClassSchema(),
                TrackLabels.getClassSchema(),
                TrainingExample.getClassSchema(),
                LearningRequest.getClassSchema(),
                TrainingRun.getClassSchema(),
                ModelRelease.getClassSchema(),
                GenreDrift.getClassSchema(),
                DriftBaseline.getClassSchema(),
                DriftChoice.getClassSchema(),
                ArrivedTrack.getClassSchema(),
                WatchedSource.getClassSchema())) {
            assertThat(record.getDoc()).as(record.getName()).isNotBlank();
            assertThat(fields(record)).isNotEmpty().allSatisfy(field -> {
                assertThat(field.doc())
                        .as(record.getName() + "." + field.name())
                        .isNotBlank();
                assertThat(field.name()).matches("[a-z0-9]+(_[a-z0-9]+)*");
            });
        }
    }

    private static List<Schema.Field> fields(Schema schema) {
        var found = new ArrayList<Schema.Field>();
        switch (schema.getType()) {
            case RECORD ->
                schema.getFields().forEach(field -> {
                    found.add(field);
                    found.addAll(fields(field.schema()));
                });
            case ARRAY -> found.addAll(fields(schema.getElementType()));
            case UNION -> schema.getTypes().forEach(branch -> found.addAll(fields(branch)));
            default -> {}
        }
        return found;
    }
}
