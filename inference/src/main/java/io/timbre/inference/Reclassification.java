package io.timbre.inference;

import io.timbre.schemas.avro.ModelRelease;
import io.timbre.schemas.avro.TrackClassification;
import io.timbre.schemas.avro.TrackFeatures;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * Lets the model that serves classify the whole catalogue again, at a pace that leaves room for what comes in: all that
 * stood in {@code track-features} when the work began. What came later this model has met anyway, here: another replica that has not swapped yet may have
 * classified it by the old one. The work can be asked for again.
 *
 * <p>A track that it met in between gets a second classification under the same {@code classification_id}.
 */
final class Reclassification implements BackgroundWork.Work {
    private final SideStream stream;
    private final Function<TrackFeatures, TrackClassification> classifier;
    private final int perSecond;
    private final LongConsumer remaining;

    Reclassification(
            SideStream stream,
            Function<TrackFeatures, TrackClassification> classifier,
            int perSecond,
            LongConsumer remaining) {
        this.stream = stream;
        this.classifier = classifier;
        this.perSecond = perSecond;
        this.remaining = remaining;
    }

    @Override
    public void run(ModelRelease release, BooleanSupplier wanted) {
        var pace = new Pace(perSecond);
        stream.run(
                "timbre-inference-reclassification-" + release.getReclassification(),
                Reach.ALL_THERE_IS,
                features -> {
                    pace.await();
                    return classifier.apply(features);
                },
                remaining,
                wanted);
        remaining.accept(0);
    }
}
