package io.timbre.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.timbre.schemas.avro.LabelSource;
import io.timbre.schemas.avro.TrackLabel;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LabelCheckTest {
    @Test
    void letsAnyNameOfAGenrePass() {
        assertThatCode(() -> LabelCheck.require(polka().build())).doesNotThrowAnyException();
    }

    @Test
    void letsARetractionPassThatNamesNoGenre() {
        assertThatCode(() -> LabelCheck.require(
                        polka().setGenre("").setRetracted(true).build()))
                .doesNotThrowAnyException();
    }

    @Test
    void saysWhichFieldIsNotAsItMustBe() {
        refused(polka().setTrackId("so-what"), "the track must be 64 hexadecimal digits: was so-what");
        refused(polka().setGenre(" - "), "genre must be a name");
        refused(polka().setGenre("a".repeat(201)), "genre must have at most 200 characters: was 201");
        refused(polka().setWho("a".repeat(201)), "who must have");
        refused(polka().setArtist("a".repeat(201)), "artist must have");
        refused(polka().setCertainty(0), "certainty must be above 0 and at most 1: was 0.0");
        refused(polka().setCertainty(1.01F), "certainty must be");
        refused(polka().setCertainty(Float.NaN), "certainty must be");
    }

    @Test
    void refusesALabelOfMoreThanADayAheadWhichNoClockIsWrongBy() {
        var now = Instant.parse("2025-11-21T12:00:00Z");
        var tomorrow = polka().setLabelledAt(now.plus(Duration.ofDays(1))).build();
        var later =
                polka().setLabelledAt(tomorrow.getLabelledAt().plusMillis(1)).build();

        assertThatCode(() -> LabelCheck.require(tomorrow, now)).doesNotThrowAnyException();
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> LabelCheck.require(later, now))
                .withMessageContaining("labelled_at must be at most a day ahead");
        refused(polka().setLabelledAt(Instant.now().plus(Duration.ofDays(2))), "labelled_at must be");
    }

    @ParameterizedTest
    @EnumSource
    void aSourceIsFoundAgainByItsCode(LabelSource source) {
        assertThat(LabelSources.of(LabelSources.code(source))).isEqualTo(source);
        assertThat(LabelSources.code(source)).matches("[a-z]+(-[a-z]+)*");
    }

    private static void refused(TrackLabel.Builder label, String detail) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> LabelCheck.require(label.build()))
                .satisfies(rejection -> {
                    assertThat(rejection.reason()).isEqualTo(Reason.MALFORMED_LABEL);
                    assertThat(rejection.detail()).startsWith(detail);
                });
    }

    private static TrackLabel.Builder polka() {
        return TrackLabel.newBuilder()
                .setTrackId(Samples.ID)
                .setGenre("Polka")
                .setSource(LabelSource.PERSON)
                .setLabelledAt(Instant.EPOCH);
    }
}
