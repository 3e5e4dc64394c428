package io.timbre.explain;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.timbre.networks.model.Checkpoint;
import io.timbre.schemas.ObjectStore;
import io.timbre.schemas.RejectedException;
import io.timbre.schemas.Releases;
import io.timbre.schemas.avro.ModelRelease;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Lets the champion be the one that is explained, and keeps the one before it at hand, by which most of the catalogue may
 * be classified. One that cannot be is tried again each time; until then the model before
 * it is explained, and {@code timbre.model.behind} is 1.
 */
final class FollowedChampion implements Consumer<Releases> {
    private static final Logger LOG = Logger.getLogger(FollowedChampion.class);

    private final ObjectStore store;
    private final Checkpoint shipped;
    private final Function<Checkpoint, Explainer> maker;
    private final ServingExplainer explainer;
    private final MultiGauge info;
    private final AtomicInteger behind;
    private final Set<String> refused = new HashSet<>();

    /** @param shipped the one that is here without a release, and is explained first */
    FollowedChampion(
            ObjectStore store,
            Checkpoint shipped,
            Function<Checkpoint, Explainer> maker,
            ServingExplainer explainer,
            MeterRegistry meters) {
        this.store = store;
        this.shipped = shipped;
        this.maker = maker;
        this.explainer = explainer;
        this.info = MultiGauge.builder("timbre.model.info")
                .description("1 under the version of the model that is explained.")
                .register(meters);
        this.behind = new AtomicInteger();
        Gauge.builder("timbre.model.behind", behind, AtomicInteger::get)
                .description("1 while the champion is not the model that is explained.")
                .register(meters);
        tell();
    }

    @Override
    public void accept(Releases releases) {
        var champion = releases.champion().filter(release -> !release.getModel().equals(version()));
        behind.set(champion.isPresent() ? 1 : 0);
        try {
            champion.ifPresent(this::follow);
        } finally {
            // What waits for the releases is worked on by the model at hand rather than never.
            explainer.follows();
        }
        former(releases).ifPresent(this::keep);
    }

    private void follow(ModelRelease champion) {
        try {
            var checkpoint = checkpoint(champion);
            explainer.serve(() -> maker.apply(checkpoint));
            behind.set(0);
            tell();
        } catch (RejectedException | IllegalArgumentException | UncheckedIOException e) {
            if (refused.add(champion.getModel())) {
                LOG.errorf(e, "cannot explain %s, goes on with %s", champion.getModel(), version());
            }
        }
    }

    /** The champion before, which a service that starts again has not loaded. */
    private Optional<ModelRelease> former(Releases releases) {
        return releases.champions().stream()
                .skip(1)
                .findFirst()
                .filter(release -> !refused.contains(release.getModel()))
                .filter(release -> explainer.atHand().stream()
                        .noneMatch(explained -> explained.model().version().equals(release.getModel())));
    }

    private void keep(ModelRelease former) {
        try {
            var checkpoint = checkpoint(former);
            explainer.keep(() -> maker.apply(checkpoint));
            LOG.infof("explaining %s too", former.getModel());
        } catch (RejectedException | IllegalArgumentException | UncheckedIOException e) {
            refused.add(former.getModel());
            LOG.warnf(e, "cannot explain %s any more", former.getModel());
        }
    }

    private Checkpoint checkpoint(ModelRelease release) {
        if (release.getModel().equals(shipped.description().version())) {
            return shipped;
        }
        var checkpoint = Checkpoint.readArchive(store.read(release.getArtefactUri(), release.getArtefactSha256()));
        var found = checkpoint.description().version();
        if (!found.equals(release.getModel())) {
            throw new IllegalArgumentException("the archive must hold " + release.getModel() + ": held " + found);
        }
        return checkpoint;
    }

    private String version() {
        return explainer.current().model().version();
    }

    private void tell() {
        LOG.infof("explaining %s", version());
        info.register(List.of(Row.of(Tags.of("version", version()), 1)), true);
    }
}
