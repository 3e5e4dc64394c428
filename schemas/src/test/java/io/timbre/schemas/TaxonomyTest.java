package io.timbre.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxonomyTest {
    private final Taxonomy taxonomy = Taxonomy.shipped();

    @Test
    void shipsGtzansTenGenresInTheOrderOfTheModelsClasses() {
        assertThat(taxonomy.genres())
                .containsExactly(
                        "blues", "classical", "country", "disco", "hiphop", "jazz", "metal", "pop", "reggae", "rock")
                .allSatisfy(genre -> assertThat(taxonomy.canonical(genre)).contains(genre));
    }

    @ParameterizedTest
    @CsvSource({
        "hip-hop,hiphop",
        "hiphop,hiphop",
        "Hip Hop,hiphop",
        "HIP‐HOP/Rap,hiphop",
        "Rock & Roll,rock",
        "rock and roll,rock",
        "Réggae,reggae",
        "' Heavy Metal ',metal"
    })
    void resolvesOtherSpellingsAndNames(String spelling, String genre) {
        assertThat(taxonomy.canonical(spelling)).contains(genre);
    }

    @ParameterizedTest
    @ValueSource(strings = {"polka", "blues rock", "punk", "", "!!!"})
    void knowsNothingOfOtherGenres(String spelling) {
        assertThat(taxonomy.canonical(spelling)).isEmpty();
    }

    @Test
    void refusesANameOfTwoGenres() {
        assertThatThrownBy(() -> Taxonomy.of(Stream.of("rock: beat", "pop: Beat")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Beat must name one genre: was rock and pop");
    }
}
