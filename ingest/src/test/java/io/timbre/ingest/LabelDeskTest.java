package io.timbre.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.timbre.schemas.RejectedException;
import io.timbre.schemas.Taxonomy;
import io.timbre.schemas.avro.LabelSource;
import io.timbre.schemas.avro.TrackLabel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelDeskTest {
    private final List<TrackLabel> announced = new ArrayList<>();
    private final LabelDesk desk = new LabelDesk(Taxonomy.shipped(), announced::add);

    @Test
    void takesALabelOfAPersonWhoIsSureUnlessToldOtherwise() {
        var receipt = desk.take(new LabelBody("Hip Hop", null, null, null, " ").of(Samples.ID));

        assertThat(receipt).isEqualTo(new LabelReceipt(Samples.ID, "taken", "person", "", "hiphop", null));
        assertThat(announced).singleElement().satisfies(label -> {
            assertThat(label.getTrackId()).isEqualTo(Samples.ID);
            assertThat(label.getGenre()).isEqualTo("Hip Hop");
            assertThat(label.getSource()).isEqualTo(LabelSource.PERSON);
            assertThat(label.getCertainty()).isOne();
            assertThat(label.getArtist()).isNull();
            assertThat(label.getRetracted()).isFalse();
        });
    }

    @Test
    void tellsAtOnceThatNoModelLearnsAGenreAndAnnouncesItAllTheSame() {
        var receipt = desk.take(new LabelBody("Polka", "catalogue", "discogs", 0.5F, "Myron Floren").of(Samples.ID));

        assertThat(receipt.status()).isEqualTo("held-back");
        assertThat(receipt.genre()).isNull();
        assertThat(receipt.remedy()).contains("Polka", "reggae, rock");
        assertThat(announced).singleElement().satisfies(label -> {
            assertThat(label.getSource()).isEqualTo(LabelSource.CATALOGUE);
            assertThat(label.getWho()).isEqualTo("discogs");
            assertThat(label.getCertainty()).isEqualTo(0.5F);
            assertThat(label.getArtist()).isEqualTo("Myron Floren");
        });
    }

    @Test
    void takesBackWhatWasSaid() {
        var receipt = desk.take(new LabelBody(null, "file-tag", "ann", null, null).retractionOf(Samples.ID));

        assertThat(receipt.status()).isEqualTo("retracted");
        assertThat(announced).singleElement().satisfies(label -> {
            assertThat(label.getRetracted()).isTrue();
            assertThat(label.getSource()).isEqualTo(LabelSource.FILE_TAG);
            assertThat(label.getWho()).isEqualTo("ann");
        });
    }

    @Test
    void refusesWhatIsNoLabelAndAnnouncesNothing() {
        refused(new LabelBody(null, null, null, null, null), Samples.ID, "has no genre");
        refused(new LabelBody("...", null, null, null, null), Samples.ID, "genre must be a name");
        refused(new LabelBody("rock", "radio", null, null, null), Samples.ID, "person, catalogue, file-tag: was radio");
        refused(new LabelBody("rock", null, null, 0F, null), Samples.ID, "certainty");
        refused(new LabelBody("rock", null, null, Float.NaN, null), Samples.ID, "certainty");
        refused(new LabelBody("rock", null, "a".repeat(201), null, null), Samples.ID, "who");
        refused(new LabelBody("rock", null, null, null, null), "so-what", "64 hexadecimal digits: was so-what");

        assertThat(announced).isEmpty();
    }

    private void refused(LabelBody body, String trackId, String detail) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> desk.take(body.of(trackId)))
                .satisfies(rejection -> {
                    assertThat(rejection.reason().code()).isEqualTo("malformed-label");
                    assertThat(rejection.detail()).contains(detail);
                });
    }
}
