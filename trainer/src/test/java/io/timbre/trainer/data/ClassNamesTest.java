package io.timbre.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassNamesTest {

    @ParameterizedTest
    @CsvSource({
        "hip-hop, hiphop",
        "Hip Hop, hip-hop",
        "r&b, RnB",
        "rhythm and blues, r&b",
        "jaz, jazz",
        "clasical, classical",
        "classcial, classical",
        "electronic, electronica",
        "alt rokc, alt rock",
    })
    void takesATypoForWhatWasMeant(String one, String other) {
        assertThat(ClassNames.areAlike(one, other)).isTrue();
        assertThat(ClassNames.areAlike(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "funk, punk",
        "folk, rock",
        "rap, trap",
        "rap, pop",
        "r&b, rap",
        "male lead vocals, female lead vocals",
        "alt rock, indie rock",
        "not happy, happy",
    })
    void tellsGenresApart(String one, String other) {
        assertThat(ClassNames.areAlike(one, other)).isFalse();
    }

    @Test
    void realClassesAreDistinct() {
        for (var classes : List.of(
                List.of("blues", "classical", "country", "disco", "hiphop", "jazz", "metal", "pop", "reggae", "rock"),
                List.of(
                        "Acoustic/Folk",
                        "Alt_Music",
                        "Blues",
                        "Bollywood",
                        "Country",
                        "HipHop",
                        "Indie Alt",
                        "Instrumental",
                        "Metal",
                        "Pop",
                        "Rock"),
                List.of(
                        "blues",
                        "classical",
                        "contemporary",
                        "country",
                        "dance",
                        "electronic",
                        "folk",
                        "gospel",
                        "jazz",
                        "misc",
                        "pop",
                        "r&b",
                        "rap",
                        "rock"))) {
            assertThatCode(() -> ClassNames.requireDistinct(classes)).doesNotThrowAnyException();
        }
    }

    @Test
    void saysWhatMayHaveBeenMeant() {
        var classes = List.of("blues", "jazz");

        assertThat(ClassNames.indexOf("jazz", classes)).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassNames.indexOf("jzaz", classes))
                .withMessage("class must be one of blues, jazz: was jzaz; did you mean jazz?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassNames.indexOf("polka", classes))
                .withMessage("class must be one of blues, jazz: was polka");
    }

    @Test
    void refusesEqualClasses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassNames.requireDistinct(List.of("jazz", "rock", "jazz")));
    }
}
