package io.timbre.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.timbre.networks.model.Champion;
import io.timbre.networks.model.Checkpoint;
import io.timbre.schemas.ObjectStore;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import io.timbre.schemas.Releases;
import io.timbre.schemas.avro.ModelRelease;
import io.timbre.schemas.avro.ReleaseVerdict;
import io.timbre.signal.codec.AudioDecoder;
import io.timbre.signal.codec.DecodeLimits;
import io.timbre.signal.codec.Decoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FollowedChampionTest {
    private static final Checkpoint SHIPPED = Champion.checkpoint();
    private static final Checkpoint NEXT = SHIPPED.withTemperature(3);
    private static final Checkpoint LAST = SHIPPED.withTemperature(5);
    private static final Decoder DECODER = new AudioDecoder(new DecodeLimits(Duration.ofMinutes(1)));

    @TempDir
    private Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ServingExplainer explainer = new ServingExplainer(Explainer.of(SHIPPED, DECODER));
    private FollowedChampion champion;

    @BeforeEach
    void store() throws IOException {
        var store = ObjectStore.create(folder);
        store.store(release(NEXT, 1).getArtefactUri(), NEXT.archive());
        store.store(release(LAST, 1).getArtefactUri(), LAST.archive());
        champion = new FollowedChampion(
                store, SHIPPED, checkpoint -> Explainer.of(checkpoint, DECODER), explainer, meters);
    }

    @Test
    void theChampionIsExplainedAndTheOneBeforeItForWhatWasAskedByThen() {
        accept(NEXT, 1);
        assertThat(explained()).isEqualTo(version(NEXT));
        assertThat(explainer.of(version(SHIPPED))).isNotNull();

        accept(LAST, 2);

        assertThat(explained()).isEqualTo(version(LAST));
        assertThat(explainer.of(version(NEXT))).isNotNull();
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> explainer.of(version(SHIPPED)))
                .withMessageContaining(version(LAST))
                .extracting(RejectedException::reason)
                .isEqualTo(Reason.UNKNOWN_MODEL);
        assertThat(behind()).isZero();
    }

    @Test
    void aRestartLoadsTheChampionAndTheOneBeforeItWhichMostOfTheCatalogueIsBy() {
        champion.accept(Releases.none().with(version(NEXT), release(NEXT, 1)).with(version(LAST), release(LAST, 2)));

        assertThat(explainer.atHand())
                .extracting(explained -> explained.model().version())
                .containsExactly(version(LAST), version(NEXT));
    }

    @Test
    void aFormerChampionThatIsGoneLeavesWhatIsAtHand() throws IOException {
        Files.delete(ObjectStore.at(folder).resolve(release(NEXT, 1).getArtefactUri()));

        champion.accept(Releases.none().with(version(NEXT), release(NEXT, 1)).with(version(LAST), release(LAST, 2)));

        assertThat(explainer.atHand())
                .extracting(explained -> explained.model().version())
                .containsExactly(version(LAST), version(SHIPPED));
        assertThat(behind()).isZero();
    }

    @Test
    void aRollbackToTheModelThatShipsNeedsNoArchive() {
        accept(NEXT, 1);
        accept(SHIPPED, 2);

        assertThat(explained()).isEqualTo(version(SHIPPED));
    }

    @Test
    void aChampionWhoseArchiveIsDamagedLeavesTheOneBeforeUntilItIsMended() throws IOException {
        var archive = ObjectStore.at(folder).resolve(release(NEXT, 1).getArtefactUri());
        Files.write(archive, new byte[] {7});
        accept(NEXT, 1);
        assertThat(explained()).isEqualTo(version(SHIPPED));
        assertThat(behind()).isEqualTo(1);

        Files.write(archive, NEXT.archive());
        accept(NEXT, 1);

        assertThat(explained()).isEqualTo(version(NEXT));
        assertThat(behind()).isZero();
    }

    /** A service that starts again has questions about the champion in its store. */
    @Test
    void whatWaitsFromBeforeWaitsForTheReleases() throws Exception {
        var waiting = CompletableFuture.supplyAsync(explainer::atHandOnceFollowing);
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> waiting.get(50, TimeUnit.MILLISECONDS));

        accept(NEXT, 1);

        assertThat(waiting.get().getFirst().model().version()).isEqualTo(version(NEXT));
    }

    @Test
    void whatWaitsDoesNotWaitForEverWhereTheChampionCannotBeLoaded() throws Exception {
        champion = new FollowedChampion(
                ObjectStore.at(folder),
                SHIPPED,
                checkpoint -> {
                    throw new OutOfMemoryError("for the model");
                },
                explainer,
                meters);

        assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> accept(NEXT, 1));

        assertThat(CompletableFuture.supplyAsync(explainer::atHandOnceFollowing)
                        .get(5, TimeUnit.SECONDS)
                        .getFirst()
                        .model()
                        .version())
                .isEqualTo(version(SHIPPED));
    }

    private void accept(Checkpoint checkpoint, long promotion) {
        champion.accept(Releases.none().with(version(checkpoint), release(checkpoint, promotion)));
    }

    private String explained() {
        return explainer.current().model().version();
    }

    private double behind() {
        return meters.get("timbre.model.behind").gauge().value();
    }

    private static ModelRelease release(Checkpoint checkpoint, long promotion) {
        var description = checkpoint.description();
        return ModelRelease.newBuilder()
                .setModel(description.version())
                .setNetwork(description.network())
                .setGenres(description.classes())
                .setFrontEnd(description.frontEnd().name())
                .setFingerprint(description.frontEnd().fingerprint())
                .setArtefactUri("object:models/" + description.version() + ".zip")
                .setArtefactSha256(Checkpoint.sha256(checkpoint.archive()))
                .setVerdict(ReleaseVerdict.RELEASED)
                .setPromotion(promotion)
                .setTrainedAt(Samples.NOON)
                .build();
    }

    private static String version(Checkpoint checkpoint) {
        return checkpoint.description().version();
    }
}
