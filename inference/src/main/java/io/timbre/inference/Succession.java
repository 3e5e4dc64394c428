package io.timbre.inference;

import io.timbre.schemas.Releases;
import io.timbre.schemas.avro.ModelRelease;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets the champion serve. Where it is refused, whoever serves goes on, and at a start whoever was champion before it
 * serves, at last the model that ships.
 *
 * <p>Told of releases by one thread, again and again: a champion that was refused for what may heal gets another try each
 * time. A refusal counts, and is logged, once.
 */
final class Succession implements Consumer<Releases> {
    private static final Logger LOG = Logger.getLogger(Succession.class);

    private final ModelGate gate;
    private final Consumer<ServedModel> throne;
    private final ModelMeters meters;
    private final Map<String, Refusal> refusals = new HashMap<>();
    private volatile @Nullable String serving;

    /** @param throne takes the model that is to serve from now on */
    Succession(ModelGate gate, Consumer<ServedModel> throne, ModelMeters meters) {
        this.gate = gate;
        this.throne = throne;
        this.meters = meters;
    }

    /** Version of the model that serves, once one does. */
    Optional<String> serving() {
        return Optional.ofNullable(serving);
    }

    @Override
    public void accept(Releases releases) {
        for (var release : heirs(releases)) {
            if (release.getModel().equals(serving) || succeeds(release)) {
                break;
            }
        }
        if (serving == null) {
            serve(gate.shipped());
        }
        meters.behind(releases.champion()
                .filter(champion -> !champion.getModel().equals(serving))
                .isPresent());
    }

    /** Only the champion takes over from a model that serves: one before it that has healed has no claim. */
    private List<ModelRelease> heirs(Releases releases) {
        return serving == null
                ? releases.champions()
                : releases.champion().stream().toList();
    }

    private boolean succeeds(ModelRelease release) {
        var name = release.getModel() + " " + release.getArtefactSha256();
        var before = refusals.get(name);
        if (before != null && !before.mayHeal()) {
            return false;
        }
        try {
            long began = System.nanoTime();
            serve(gate.admit(release));
            meters.swapped(Duration.ofNanos(System.nanoTime() - began));
            refusals.remove(name);
            return true;
        } catch (RefusedModelException e) {
            if (refusals.put(name, e.refusal()) != e.refusal()) {
                meters.refused(e.refusal());
                LOG.errorf(e, "refused the model %s: %s", release.getModel(), e.getMessage());
            }
            return false;
        }
    }

    private void serve(ServedModel model) {
        var description = model.description();
        throne.accept(model);
        serving = description.version();
        meters.serves(description.version());
        LOG.infof(
                "serving %s on %s features %s",
                description.version(),
                description.frontEnd().name(),
                description.frontEnd().fingerprint());
    }
}
