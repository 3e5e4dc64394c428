package io.timbre.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.timbre.inference.Samples.Constant;
import io.timbre.networks.model.Champion;
import io.timbre.networks.model.Checkpoint;
import io.timbre.schemas.ObjectStore;
import io.timbre.schemas.Releases;
import io.timbre.schemas.avro.ModelRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuccessionTest {
    private static final Checkpoint SHIPPED = Champion.checkpoint();
    private static final Checkpoint OLD = SHIPPED.withTemperature(2);
    private static final Checkpoint NEW = SHIPPED.withTemperature(3);

    @TempDir
    private Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> served = new ArrayList<>();
    private Succession succession;

    @BeforeEach
    void start() throws IOException {
        store(OLD);
        store(NEW);
        var gate = new ModelGate(
                ObjectStore.at(folder), SHIPPED, checkpoint -> new Constant(checkpoint.description(), 0.5f));
        succession =
                new Succession(gate, model -> served.add(model.description().version()), new ModelMeters(meters));
    }

    @Test
    void withoutReleasesTheModelThatShipsServes() {
        succession.accept(Releases.none());

        assertThat(served).containsExactly(version(SHIPPED));
        assertThat(behind()).isZero();
    }

    @Test
    void aRestartBeginsWithTheChampionAndNoOther() {
        succession.accept(Samples.releases(Samples.release(OLD, 1), Samples.release(NEW, 2)));

        assertThat(served).containsExactly(version(NEW));
        assertThat(succession.serving()).contains(version(NEW));
    }

    @Test
    void aPromotionTakesEffectOnceAndARollbackTakesItBack() {
        var before = Samples.releases(Samples.release(OLD, 1));
        var promoted = before.with(version(NEW), Samples.release(NEW, 2));
        var rolledBack = promoted.with(version(OLD), Samples.release(OLD, 3));

        succession.accept(before);
        succession.accept(promoted);
        succession.accept(promoted);
        succession.accept(rolledBack);

        assertThat(served).containsExactly(version(OLD), version(NEW), version(OLD));
        assertThat(meters.get("timbre.model.swap").timer().count()).isEqualTo(3);
        assertThat(meters.get("timbre.model.info")
                        .tag("version", version(OLD))
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(meters.find("timbre.model.info").tag("version", version(NEW)).gauge())
                .isNull();
    }

    @Test
    void aRefusedChampionLeavesTheOneBeforeAndIsSaidOnceUntilItHeals() throws IOException {
        var releases = Samples.releases(Samples.release(OLD, 1));
        succession.accept(releases);
        assertThat(meters.get("timbre.model.refused").counters())
                .as("counted from the start, so that an alert sees the first")
                .hasSameSizeAs(Refusal.values());
        var champion = Samples.release(NEW, 2);
        Files.delete(archive(champion));

        succession.accept(releases.with(version(NEW), champion));
        succession.accept(releases.with(version(NEW), champion));

        assertThat(served).containsExactly(version(OLD));
        assertThat(behind()).isEqualTo(1);
        assertThat(refused("missing")).isEqualTo(1);

        store(NEW);
        succession.accept(releases.with(version(NEW), champion));

        assertThat(served).containsExactly(version(OLD), version(NEW));
        assertThat(behind()).isZero();
        assertThat(meters.get("timbre.model.swap").timer().count()).isEqualTo(2);
    }

    @Test
    void aChampionThatCannotHealIsNotTriedAgain() {
        var foreign = ModelRelease.newBuilder(Samples.release(NEW, 2))
                .setFingerprint("f00d")
                .build();
        var releases = Samples.releases(Samples.release(OLD, 1), foreign);

        succession.accept(releases);
        succession.accept(releases);

        assertThat(served).containsExactly(version(OLD));
        assertThat(refused("other-front-end")).isEqualTo(1);
        assertThat(behind()).isEqualTo(1);
    }

    @Test
    void whereNoChampionIsAdmittedTheModelThatShipsServes() throws IOException {
        Files.delete(archive(Samples.release(NEW, 2)));
        Files.delete(archive(Samples.release(OLD, 1)));

        succession.accept(Samples.releases(Samples.release(OLD, 1), Samples.release(NEW, 2)));

        assertThat(served).containsExactly(version(SHIPPED));
        assertThat(behind()).isEqualTo(1);
        assertThat(refused("missing")).isEqualTo(2);
    }

    @Test
    void anOlderChampionThatHealsDoesNotTakeOverFromTheOneThatServes() throws IOException {
        Files.delete(archive(Samples.release(NEW, 2)));
        Files.delete(archive(Samples.release(OLD, 1)));
        var releases = Samples.releases(Samples.release(OLD, 1), Samples.release(NEW, 2));
        succession.accept(releases);

        store(OLD);
        succession.accept(releases);
        assertThat(served).containsExactly(version(SHIPPED));

        store(NEW);
        succession.accept(releases);
        assertThat(served).containsExactly(version(SHIPPED), version(NEW));
    }

    private double behind() {
        return meters.get("timbre.model.behind").gauge().value();
    }

    private double refused(String reason) {
        return meters.get("timbre.model.refused")
                .tag("reason", reason)
                .counter()
                .count();
    }

    private Path archive(ModelRelease release) {
        return ObjectStore.at(folder).resolve(release.getArtefactUri());
    }

    private void store(Checkpoint checkpoint) throws IOException {
        ObjectStore.create(folder).store(Samples.release(checkpoint, 1).getArtefactUri(), checkpoint.archive());
    }

    private static String version(Checkpoint checkpoint) {
        return checkpoint.description().version();
    }
}
