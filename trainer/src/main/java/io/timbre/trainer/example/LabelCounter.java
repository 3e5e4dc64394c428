package io.timbre.trainer.example;

import io.micrometer.core.instrument.MeterRegistry;
import io.timbre.schemas.LabelSources;
import io.timbre.schemas.avro.TrackLabel;
import io.timbre.schemas.avro.TrackLabels;
import io.timbre.trainer.example.Verdict.Agreed;
import io.timbre.trainer.example.Verdict.Disputed;
import io.timbre.trainer.example.Verdict.OutsideTaxonomy;

/** Counts labels by where they come from and what has become of their track. */
final class LabelCounter {
    private final LabelRule rule;
    private final MeterRegistry meters;

    LabelCounter(LabelRule rule, MeterRegistry meters) {
        this.rule = rule;
        this.meters = meters;
    }

    /** @param standing the labels of its track after it */
    void count(TrackLabel said, TrackLabels standing) {
        meters.counter(
                        "timbre.labels",
                        "source",
                        LabelSources.code(said.getSource()),
                        "outcome",
                        outcome(said, standing))
                .increment();
    }

    private String outcome(TrackLabel said, TrackLabels standing) {
        if (said.getRetracted()) {
            return "retracted";
        }
        return switch (rule.decide(standing.getLabels())) {
            case Agreed agreed -> "agreed";
            case Disputed disputed -> HeldBack.Reason.DISPUTED.code();
            case OutsideTaxonomy outside -> HeldBack.Reason.UNKNOWN_GENRE.code();
        };
    }
}
