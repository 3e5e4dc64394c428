package io.timbre.inference;

import io.timbre.schemas.avro.ModelRelease;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Runs a challenger on the live stream; what it says goes to a topic of its own, and decides nothing. */
final class Shadow implements BackgroundWork.Work {
    private final ModelGate gate;
    private final SideStream stream;

    Shadow(ModelGate gate, SideStream stream) {
        this.gate = gate;
        this.stream = stream;
    }

    @Override
    public void run(ModelRelease release, BooleanSupplier wanted) {
        try (var model = gate.admit(release)) {
            var classifier = new Classifier(
                    model.description(),
                    segments -> model.predict(List.<float[][]>of(segments)).getFirst());
            stream.run(
                    "timbre-inference-shadow-" + release.getModel(),
                    Reach.WHATEVER_COMES,
                    classifier::classify,
                    left -> {},
                    wanted);
        }
    }
}
