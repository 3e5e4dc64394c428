package io.timbre.trainer.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timbre.schemas.Releases;
import io.timbre.schemas.avro.ModelRelease;
import io.timbre.schemas.avro.ReleaseVerdict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuccessionTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_000_000);

    private final ModelRelease first = Samples.release("first", ReleaseVerdict.RELEASED, 1);
    private final ModelRelease second = Samples.release("second", ReleaseVerdict.RELEASED, 2);
    private final ModelRelease bad = Samples.release("bad", ReleaseVerdict.REJECTED, 0);
    private final Succession models = of(second, bad, first);

    @Test
    void aPromotionCountsOnAndKeepsWhenItWas() {
        assertThat(models.promote("first", NOW)).singleElement().satisfies(promoted -> {
            assertThat(promoted.getModel()).isEqualTo("first");
            assertThat(promoted.getPromotion()).isEqualTo(3);
            assertThat(promoted.getPromotedAt()).isEqualTo(NOW);
        });
    }

    @Test
    void whatServesAlreadyIsNotPromotedAgain() {
        assertThat(models.promote("second", NOW)).isEmpty();
    }

    @Test
    void whatWasRejectedMayNotServe() {
        assertThatThrownBy(() -> models.promote("bad", NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("bad was rejected: why");
    }

    @Test
    void aRollbackPromotesWhatServedBeforeAndASecondOneLeadsBackAgain() {
        var back = models.rollBack(NOW);
        assertThat(back).singleElement().satisfies(promoted -> {
            assertThat(promoted.getModel()).isEqualTo("first");
            assertThat(promoted.getPromotion()).isEqualTo(3);
        });

        assertThat(after(back).rollBack(NOW)).singleElement().satisfies(promoted -> {
            assertThat(promoted.getModel()).isEqualTo("second");
            assertThat(promoted.getPromotion()).isEqualTo(4);
        });
    }

    @Test
    void thereIsNoWayBackFromTheFirst() {
        assertThatThrownBy(() -> of(first, bad).rollBack(NOW)).isInstanceOf(Refusal.class);
    }

    @Test
    void oneModelAtATimeRunsBesideTheChampion() {
        var shadowed = after(models.shadow("bad"));
        assertThat(shadowed.find("bad").orElseThrow().getShadow()).isTrue();

        var other = shadowed.shadow("first");

        assertThat(other).extracting(ModelRelease::getModel).containsExactly("bad", "first");
        assertThat(other).extracting(ModelRelease::getShadow).containsExactly(false, true);
        assertThat(shadowed.shadow("bad")).isEmpty();
        assertThat(shadowed.endShadow("bad"))
                .singleElement()
                .satisfies(ended -> assertThat(ended.getShadow()).isFalse());
        assertThatThrownBy(() -> models.shadow("second")).hasMessageContaining("serves");
    }

    @Test
    void aPromotedShadowIsNoShadowAnyMore() {
        var promoted = after(models.shadow("first")).promote("first", NOW);

        assertThat(promoted)
                .singleElement()
                .satisfies(release -> assertThat(release.getShadow()).isFalse());
    }

    @Test
    void onlyTheChampionClassifiesTheCatalogueAgainAndOnceAPromotion() {
        var again = models.reclassify("second");

        assertThat(again)
                .singleElement()
                .satisfies(release -> assertThat(release.getReclassification()).isEqualTo(2));
        assertThat(after(again).reclassify("second")).isEmpty();
        assertThatThrownBy(() -> models.reclassify("first")).hasMessageContaining("promote it first");
    }

    @Test
    void aModelThatIsNotThereIsToldApart() {
        assertThatThrownBy(() -> models.promote("none", NOW))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.isOfUnknown()).isTrue());
    }

    private Succession after(List<ModelRelease> changed) {
        var after = models.releases();
        for (var release : changed) {
            after = after.with(release.getModel(), release);
        }
        return new Succession(after);
    }

    private static Succession of(ModelRelease... releases) {
        var all = Releases.none();
        for (var release : releases) {
            all = all.with(release.getModel(), release);
        }
        return new Succession(all);
    }
}
