package io.timbre.trainer.drift;

import io.timbre.schemas.avro.DriftBaseline;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The watches in use, one a baseline. Their thresholds take seconds to simulate, which may be longer than a transaction
 * lasts: so they outlive the task that asked for them, and its next attempt finds them.
 */
final class Watches {
    /** All baselines, the champion's, and that of the champion before, to which one may go back. */
    private static final int KEPT = BaselineDesk.MOST + 2;

    private final DriftSettings settings;
    private final Map<String, Watch> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Watch> eldest) {
            return size() > KEPT;
        }
    };

    Watches(DriftSettings settings) {
        this.settings = settings;
    }

    /**
     * The watch for what a model says.
     *
     * @param chosen a past window to compare it with; where none is, it is what the model said of its test
     * @return nothing where none was chosen, and the model keeps nothing of its test
     */
    Optional<Watch> of(Optional<DriftBaseline> chosen, ChampionReference reference) {
        var model = reference.model();
        return chosen.map(past ->
                        kept(model + "/" + past.getName() + "/" + past.getMadeAt(), () -> ChosenBaseline.of(past)))
                .or(() -> reference.test().map(test -> kept(model, test::baseline)));
    }

    private synchronized Watch kept(String key, Supplier<Baseline> baseline) {
        var known = kept.get(key);
        if (known != null) {
            return known;
        }
        var watch = Watch.of(baseline.get(), settings.windowsBetweenFalseAlarms(), settings.advance());
        kept.put(key, watch);
        return watch;
    }
}
