package io.timbre.trainer.example;

import static io.timbre.schemas.avro.LabelSource.FILE_TAG;
import static io.timbre.schemas.avro.LabelSource.PERSON;
import static io.timbre.trainer.example.Samples.ID;
import static io.timbre.trainer.example.Samples.OTHER_ID;
import static io.timbre.trainer.example.Samples.label;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.timbre.schemas.Taxonomy;
import io.timbre.schemas.avro.TrackLabel;
import io.timbre.schemas.avro.TrackLabels;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HeldBackLabelsTest {
    private final LabelRule rule = new LabelRule(Taxonomy.shipped());

    @Test
    void countsEachNameOnceHoweverItIsSpeltWithATrackToListenTo() {
        var one = new TrackLabels(List.of(label(PERSON, "ann", "Synth-Pop", 0), label(FILE_TAG, "", "Polka", 0)));
        var other = new TrackLabels(List.of(of(OTHER_ID, label(PERSON, "bob", "synth pop", 0))));

        var names = HeldBackLabels.of(rule, Stream.of(other, one));

        assertThat(names)
                .extracting(HeldBackLabels.Name::spelling, HeldBackLabels.Name::count, HeldBackLabels.Name::trackId)
                .containsExactly(tuple("Synth-Pop", 2, ID), tuple("Polka", 1, ID));
        assertThat(names).allSatisfy(name -> {
            assertThat(name.reason()).isEqualTo("unknown-genre");
            assertThat(name.remedy()).endsWith(".");
        });
    }

    @Test
    void tellsOfADisputeByItsGenres() {
        var labels = new TrackLabels(List.of(label(PERSON, "ann", "rock", 0), label(PERSON, "bob", "hip hop", 1)));

        assertThat(HeldBackLabels.of(rule, Stream.of(labels))).singleElement().satisfies(name -> {
            assertThat(name.reason()).isEqualTo("disputed");
            assertThat(name.spelling()).isEqualTo("hiphop / rock");
        });
    }

    private static TrackLabel of(String trackId, TrackLabel label) {
        return TrackLabel.newBuilder(label).setTrackId(trackId).build();
    }
}
