package io.timbre.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.schemas.avro.ModelRelease;
import io.timbre.schemas.avro.ReleaseVerdict;
import org.junit.jupiter.api.Test;

class ReleasesTest {
    @Test
    void theChampionIsTheReleasedModelThatWasPromotedLast() {
        var releases = Releases.none()
                .with("a", Samples.release("a", 3))
                .with("b", Samples.release("b", 2))
                .with("never", Samples.release("never", 0))
                .with("worse", rejected("worse", 4));

        assertThat(releases.champion()).map(ModelRelease::getModel).contains("a");
        assertThat(releases.champions()).extracting(ModelRelease::getModel).containsExactly("a", "b");
    }

    @Test
    void aLaterWordReplacesTheEarlierAndNoneRemovesIt() {
        var promoted = Releases.none()
                .with("a", Samples.release("a", 1))
                .with("b", Samples.release("b", 2))
                .with("a", Samples.release("a", 3));

        assertThat(promoted.champion()).map(ModelRelease::getModel).contains("a");
        assertThat(promoted.with("a", null).champion())
                .map(ModelRelease::getModel)
                .contains("b");
        assertThat(Releases.none().champion()).isEmpty();
    }

    @Test
    void aRejectedModelMayRunAsAShadow() {
        var shadow =
                ModelRelease.newBuilder(rejected("worse", 0)).setShadow(true).build();

        assertThat(Releases.none().with("a", Samples.release("a", 1)).shadow()).isEmpty();
        assertThat(Releases.none()
                        .with("a", Samples.release("a", 1))
                        .with("worse", shadow)
                        .shadow())
                .contains(shadow);
    }

    private static ModelRelease rejected(String model, long promotion) {
        return ModelRelease.newBuilder(Samples.release(model, promotion))
                .setVerdict(ReleaseVerdict.REJECTED)
                .build();
    }
}
