package io.timbre.trainer.fit;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.engine.SegmentScorer;
import io.timbre.networks.engine.SegmentScorer.Score;
import io.timbre.trainer.data.Example;
import java.util.List;
import java.util.Optional;

/** The loss of examples that the weights were not fitted to. */
final class ExampleValidation implements Validation {

    private final List<float[]> inputs;
    private final Batch batch;
    private final Objective objective;

    ExampleValidation(List<Example> examples, Targets targets, Objective objective) {
        this.inputs = examples.stream().map(Example::input).toList();
        this.batch = new Batch(
                examples.size(),
                new float[0],
                ExampleBatches.concatenated(examples.stream().map(targets::row).toList()),
                targets.weight(examples));
        this.objective = objective;
    }

    @Override
    public Optional<Verdict> judge(SegmentScorer scorer) {
        var logits = ExampleBatches.concatenated(
                scorer.score(inputs).stream().map(Score::logits).toList());
        var tally = new Tally(objective);
        tally.add(batch.rows(), logits, batch.targets());
        return Optional.of(new Verdict(loss(logits), tally.share()));
    }

    private double loss(float[] logits) {
        int rows = batch.rows();
        try (var manager = ComputeEngine.MXNET.engine().newBaseManager()) {
            var mean = objective.mean(
                    manager.create(logits, new Shape(rows, logits.length / rows)),
                    manager.create(batch.targets(), objective.targetShape(rows)),
                    batch.weight());
            return mean.getFloat();
        }
    }
}
