package io.timbre.trainer.drift;

import io.timbre.schemas.avro.ModelRelease;
import java.util.Optional;
import java.util.function.Function;

/** What is known of the model that serves, read from its archive once, and again when another one serves. */
final class ChampionReferences {
    private final Function<ModelRelease, ChampionReference> archives;
    private Optional<ChampionReference> last = Optional.empty();

    ChampionReferences(Function<ModelRelease, ChampionReference> archives) {
        this.archives = archives;
    }

    /** Safe to share between threads. */
    synchronized ChampionReference of(ModelRelease champion) {
        if (last.filter(known -> known.model().version().equals(champion.getModel()))
                .isEmpty()) {
            last = Optional.of(archives.apply(champion));
        }
        return last.orElseThrow();
    }
}
