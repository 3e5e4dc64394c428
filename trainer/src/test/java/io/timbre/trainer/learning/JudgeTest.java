package io.timbre.trainer.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.timbre.schemas.avro.ReleaseVerdict;
import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Grouping;
import io.timbre.trainer.data.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final List<String> GENRES = List.of("blues", "jazz", "rock");
    private static final Judge JUDGE = new Judge(GENRES, new Bar(20, 5, 0.1, 5, false));

    @Test
    void aClearlyBetterChallengerIsReleasedWithBothFiguresSideBySide() {
        var judged = JUDGE.judge("t".repeat(64), tested("new", i -> i % 10 != 0), tested("old", i -> i % 4 < 2));

        assertThat(judged.verdict()).isEqualTo(ReleaseVerdict.RELEASED);
        assertThat(judged.judgement().getTracks()).isEqualTo(60);
        assertThat(judged.judgement().getChallenger().getAccuracy()).isCloseTo(0.9, within(1e-12));
        assertThat(judged.judgement().getChampion().getAccuracy()).isCloseTo(0.5, within(1e-12));
        assertThat(judged.judgement().getDifference()).isCloseTo(0.4, within(1e-12));
        assertThat(judged.judgement().getDifferenceLow()).isBetween(0.2, 0.4);
        assertThat(judged.judgement().getChallenger().getRecalls())
                .hasSize(3)
                .last()
                .isEqualTo(-1.0);
        assertThat(judged.reason()).contains("90.0 % right on 60 test tracks").contains("+40.0 points");
    }

    /** No test track is rock. */
    @Test
    void aChallengerThatMayHaveForgottenAGenreWaitsForAPerson() {
        var better = tested("new", i -> i % 10 != 0);
        var champion = tested("old", i -> i % 4 < 2);

        var judged = JUDGE.judge("t", better, champion);

        assertThat(judged.waits()).isTrue();
        assertThat(judged.verdict()).isEqualTo(ReleaseVerdict.RELEASED);
        assertThat(judged.reason()).endsWith("fewer than 5 test tracks are of, so a person may promote it: rock (0)");
        assertThat(new Judge(GENRES, new Bar(20, 5, 0.1, 5, true))
                        .judge("t", better, champion)
                        .waits())
                .isFalse();
    }

    /** Better on 4 of 30 artists, none of whom is in (26 / 30)^30 of the draws: in 1.4 %, more than 0.5 and less than 2.5. */
    @Test
    void whatIsHardlyBeyondChanceIsRejected() {
        var judged = JUDGE.judge("t", tested("new", i -> i < 40), tested("old", i -> i < 32));

        assertThat(judged.judgement().getDifferenceLow()).isPositive();
        assertThat(judged.verdict()).isEqualTo(ReleaseVerdict.REJECTED);
        assertThat(judged.reason()).endsWith("which may be chance");
    }

    /** One of sixty more: the bootstrap of so few cannot tell it from chance. */
    @Test
    void aChallengerThatMayBeBetterByChanceIsRejected() {
        var judged = JUDGE.judge("t", tested("new", i -> i < 31), tested("old", i -> i < 30));

        assertThat(judged.verdict()).isEqualTo(ReleaseVerdict.REJECTED);
        assertThat(judged.reason()).endsWith("which may be chance");
    }

    @Test
    void aChallengerIsRejectedThatIsBetterByGivingUpAGenre() {
        // blues stands at the even places, jazz at the odd ones: all blues, three in ten of the jazz
        var judged = JUDGE.judge(
                "t", tested("new", i -> i % 2 == 0 || i % 20 < 6), tested("old", i -> i % 2 == 1 && i % 4 == 1));

        assertThat(judged.judgement().getDifferenceLow()).isPositive();
        assertThat(judged.verdict()).isEqualTo(ReleaseVerdict.REJECTED);
        assertThat(judged.reason()).contains("jazz falls from 50.0 to 30.0 %").contains("more than the 10.0 points");
    }

    @Test
    void aTestOfFewTracksOrArtistsSaysNothing() {
        assertThat(JUDGE.tooSmall(19, 9))
                .hasValueSatisfying(why -> assertThat(why).contains("19 tracks of the 20"));
        assertThat(JUDGE.tooSmall(20, 4))
                .hasValueSatisfying(why -> assertThat(why).contains("4 artists of the 5"));
        assertThat(JUDGE.tooSmall(20, 5)).isEmpty();
    }

    private static Tested tested(String model, IntPredicate right) {
        var predictions = new ArrayList<Prediction>();
        for (int i = 0; i < 60; i++) {
            int label = i % 2;
            var groups = Map.of(Grouping.TRACK, "" + i, Grouping.ARTIST, "artist " + i / 2);
            var posteriors = new float[GENRES.size()];
            posteriors[right.test(i) ? label : 2] = 1;
            predictions.add(
                    new Prediction(Example.ofClass("" + i, new float[0], label, GENRES.size(), groups), posteriors));
        }
        return new Tested(model, predictions, List.of());
    }
}
