package io.timbre.trainer.drift;

import io.timbre.schemas.RejectedException;
import io.timbre.schemas.avro.ModelRelease;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * What is known of the model that serves, read from its archive once, and again when another one serves.
 *
 * <p>An archive that is lost or damaged is no fault of the tracks that come in: they are counted, and their windows cannot be
 * judged. One that cannot be reached for now is asked for again.
 */
final class ChampionReferences {
    private static final Logger LOG = Logger.getLogger(ChampionReferences.class);

    private final Function<ModelRelease, ChampionReference> archives;
    private Optional<ChampionReference> last = Optional.empty();

    ChampionReferences(Function<ModelRelease, ChampionReference> archives) {
        this.archives = archives;
    }

    /**
     * Safe to share between threads.
     *
     * @throws java.io.UncheckedIOException if the object store is away
     */
    synchronized ChampionReference of(ModelRelease champion) {
        if (last.filter(known -> known.model().equals(champion.getModel())).isEmpty()) {
            last = Optional.of(read(champion));
        }
        return last.orElseThrow();
    }

    private ChampionReference read(ModelRelease champion) {
        try {
            return archives.apply(champion);
        } catch (RejectedException | IllegalArgumentException e) {
            LOG.warnf(e, "%s has no baseline of its own: its archive cannot be used", champion.getModel());
            return ChampionReference.of(champion);
        }
    }
}
