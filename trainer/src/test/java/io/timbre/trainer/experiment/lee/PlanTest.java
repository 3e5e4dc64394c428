package io.timbre.trainer.experiment.lee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.LeakageAudit;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.experiment.lee.Condition.Generated;
import io.timbre.trainer.experiment.lee.Condition.Repeated;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Budget BUDGET = new Budget(3, 2, 4, 7, 15, 1, 1);

    private final List<Plan> plans = Plan.all(Levels.dataset(6), BUDGET, 5);

    @Test
    void asksThePapersQuestionUnderItsProtocolAndTheBestPairUnderTheHonestOne() {
        assertThat(plans).extracting(plan -> plan.protocol().honest()).containsExactly(false, true);
        assertThat(plans.getFirst().conditions())
                .containsExactly(
                        Condition.ALONE,
                        new Generated(Pair.PUBLISHED, 7),
                        new Generated(Pair.PUBLISHED, 15),
                        new Repeated(15));
        assertThat(plans.getLast().conditions())
                .containsExactly(Condition.ALONE, new Generated(Pair.CONDITIONAL, 15), new Repeated(15));
    }

    @Test
    void knowsWhichPairsItWantsHowManyExamplesOf() {
        assertThat(plans.getFirst().pairs()).containsExactly(Pair.PUBLISHED);
        assertThat(plans.getFirst().most(Pair.PUBLISHED)).isEqualTo(15);
        assertThat(plans.getFirst().most(Pair.CONDITIONAL)).isZero();
    }

    @Test
    void splitsEachSeedAnewAsPublished() {
        var runs = plans.getFirst().protocol().runs();

        assertThat(runs).extracting(Run::seed).containsExactly(5L, 6L, 7L);
        assertThat(runs.stream().map(run -> tests(List.of(run))).distinct()).hasSize(3);
        // 12 tracks a genre, 70 % of which are 8.4
        assertThat(runs).extracting(run -> run.split().of(Part.TRAINING).size()).containsOnly(2 * 9);
    }

    @Test
    void testsEachTrackOnceADealingWhereItIsHonest() {
        var runs = plans.getLast().protocol().runs();

        assertThat(runs).extracting(Run::name).startsWith("dealing 1, fold 1").endsWith("dealing 2, fold 4");
        assertThat(runs).extracting(Run::seed).doesNotHaveDuplicates();
        assertThat(runs)
                .extracting(run -> LeakageAudit.of(run.split()).isClean())
                .containsOnly(true);
        assertThat(tests(runs.subList(0, 4))).hasSize(24).doesNotHaveDuplicates();
        assertThat(tests(runs.subList(4, 8)))
                .containsExactlyInAnyOrderElementsOf(tests(runs.subList(0, 4)))
                .isNotEqualTo(tests(runs.subList(0, 4)));
    }

    @Test
    void refusesDataWithTooFewArtistsBeforeAnythingIsTrained() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.all(Levels.dataset(2), BUDGET, 5))
                .withMessageContaining("each class must have at least 3 groups");
    }

    private static List<String> tests(List<Run> runs) {
        return runs.stream()
                .flatMap(run -> run.split().of(Part.TEST).stream())
                .map(Example::id)
                .toList();
    }
}
