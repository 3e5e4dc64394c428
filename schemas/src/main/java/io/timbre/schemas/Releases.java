package io.timbre.schemas;

import io.timbre.schemas.avro.ModelRelease;
import io.timbre.schemas.avro.ReleaseVerdict;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code model-releases} says of each model, the last word of each counting. */
public record Releases(Map<String, ModelRelease> byModel) {
    public Releases {
        byModel = Map.copyOf(byModel);
    }

    /** No model was released yet. */
    public static Releases none() {
        return new Releases(Map.of());
    }

    /** These and one more word. @param release nothing where the model is no more */
    public Releases with(String model, @Nullable ModelRelease release) {
        var models = new HashMap<>(byModel);
        if (release == null) {
            models.remove(model);
        } else {
            models.put(model, release);
        }
        return new Releases(models);
    }

    /** The model that is to serve. */
    public Optional<ModelRelease> champion() {
        return champions().stream().findFirst();
    }

    /** The models that may serve and once were to, the one of the latest promotion first. */
    public List<ModelRelease> champions() {
        return byModel.values().stream()
                .filter(release -> release.getVerdict() == ReleaseVerdict.RELEASED && release.getPromotion() > 0)
                .sorted(Comparator.comparingLong(ModelRelease::getPromotion).reversed())
                .toList();
    }

    /** The model that is to run beside the champion: of several the one trained last. */
    public Optional<ModelRelease> shadow() {
        var champion = champion();
        return byModel.values().stream()
                .filter(release -> release.getShadow() && !champion.equals(Optional.of(release)))
                .max(Comparator.comparing(ModelRelease::getTrainedAt).thenComparing(ModelRelease::getModel));
    }

    /** The champion, if the catalogue is to be classified again by it. */
    public Optional<ModelRelease> reclassification() {
        return champion().filter(champion -> champion.getReclassification() == champion.getPromotion());
    }
}
