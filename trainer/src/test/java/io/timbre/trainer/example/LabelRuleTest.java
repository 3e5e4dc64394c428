package io.timbre.trainer.example;

import static io.timbre.schemas.avro.LabelSource.CATALOGUE;
import static io.timbre.schemas.avro.LabelSource.FILE_TAG;
import static io.timbre.schemas.avro.LabelSource.PERSON;
import static io.timbre.trainer.example.Samples.byArtist;
import static io.timbre.trainer.example.Samples.label;
import static io.timbre.trainer.example.Samples.noonPlusSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.schemas.Taxonomy;
import io.timbre.trainer.example.Verdict.Agreed;
import io.timbre.trainer.example.Verdict.Disputed;
import io.timbre.trainer.example.Verdict.OutsideTaxonomy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LabelRuleTest {
    private final LabelRule rule = new LabelRule(Taxonomy.shipped());

    @Test
    void believesAPersonBeforeAnyNumberOfCataloguesAndTags() {
        var labels = List.of(
                label(CATALOGUE, "one", "rock", 0),
                label(CATALOGUE, "two", "rock", 1),
                label(FILE_TAG, "", "rock", 2),
                label(PERSON, "ann", "pop", 0.1));

        assertThat(rule.decide(labels)).isEqualTo(new Agreed("pop", PERSON, Optional.empty(), noonPlusSeconds(0)));
    }

    @Test
    void weighsThoseOfOneSourceByTheirCertainty() {
        // 0.4 + 0.3 = 0.7 for pop against 0.6 for rock; the aliases are one genre.
        var labels = List.of(
                label(PERSON, "ann", "Rock", 0.6),
                label(PERSON, "bob", "pop", 0.4),
                label(PERSON, "cat", "Pop Music", 0.3));

        assertThat(rule.decide(labels))
                .isInstanceOfSatisfying(
                        Agreed.class, agreed -> assertThat(agreed.genre()).isEqualTo("pop"));
    }

    @Test
    void callsEqualSumsADispute() {
        // 0.1 + 0.2 is not 0.3 in binary, yet no reason to prefer one of the two.
        var labels = List.of(
                label(PERSON, "ann", "rock", 0.3), label(PERSON, "bob", "pop", 0.1), label(PERSON, "cat", "pop", 0.2));

        assertThat(rule.decide(labels)).isEqualTo(new Disputed(List.of("pop", "rock")));
        assertThat(rule.heldBack(labels)).containsExactly(new HeldBack(HeldBack.Reason.DISPUTED, "pop / rock"));
    }

    @Test
    void letsAnUnknownGenreOfAPersonOutvoteWhatACatalogueKnows() {
        var labels = List.of(label(PERSON, "ann", "Polka", 0), label(CATALOGUE, "one", "rock", 1));

        assertThat(rule.decide(labels)).isEqualTo(new OutsideTaxonomy("Polka"));
    }

    @Test
    void reportsAnUnknownGenreThoughItsTrackIsAnExampleAllTheSame() {
        var labels = List.of(label(PERSON, "ann", "rock", 0), label(FILE_TAG, "", "Polka", 1));

        assertThat(rule.decide(labels)).isInstanceOf(Agreed.class);
        assertThat(rule.heldBack(labels)).containsExactly(new HeldBack(HeldBack.Reason.UNKNOWN_GENRE, "Polka"));
    }

    @Test
    void holdsNothingBackThatAgrees() {
        assertThat(rule.holdsBack(List.of(label(PERSON, "ann", "Hip-Hop", 0), label(CATALOGUE, "one", "pop", 0))))
                .isFalse();
    }

    @Test
    void takesTheArtistFromTheMostTrustedWhoNamesOneAndTheTimeFromThoseWhoDecided() {
        var labels = List.of(
                byArtist(label(CATALOGUE, "one", "jazz", 3), "Miles Davis Quintet"),
                byArtist(label(CATALOGUE, "two", "jazz", 4), "Miles Davis"),
                byArtist(label(FILE_TAG, "", "jazz", 9), "M. Davis"),
                label(PERSON, "ann", "jazz", 1),
                label(PERSON, "bob", "jazz", 2));

        assertThat(rule.decide(labels))
                .isEqualTo(new Agreed("jazz", PERSON, Optional.of("Miles Davis"), noonPlusSeconds(2)));
    }
}
