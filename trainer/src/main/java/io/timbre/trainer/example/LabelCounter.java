package io.timbre.trainer.example;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.timbre.schemas.LabelSources;
import io.timbre.schemas.avro.LabelSource;
import io.timbre.schemas.avro.TrackLabel;
import io.timbre.schemas.avro.TrackLabels;
import io.timbre.trainer.example.Verdict.Agreed;
import io.timbre.trainer.example.Verdict.Disputed;
import io.timbre.trainer.example.Verdict.OutsideTaxonomy;
import java.util.stream.Stream;

/** Counts labels by where they come from and what has become of their track. */
final class LabelCounter {
    private static final String RETRACTED = "retracted";
    private static final String AGREED = "agreed";

    private final LabelRule rule;
    private final MeterRegistry meters;

    LabelCounter(LabelRule rule, MeterRegistry meters) {
        this.rule = rule;
        this.meters = meters;
        for (var source : LabelSource.values()) {
            Stream.of(RETRACTED, AGREED, HeldBack.Reason.DISPUTED.code(), HeldBack.Reason.UNKNOWN_GENRE.code())
                    .forEach(outcome -> labels(source, outcome));
        }
    }

    /** @param standing the labels of its track after it */
    void count(TrackLabel said, TrackLabels standing) {
        labels(said.getSource(), outcome(said, standing)).increment();
    }

    private Counter labels(LabelSource source, String outcome) {
        return Counter.builder("timbre.labels")
                .description("Labels that came, by what has become of their track.")
                .tag("source", LabelSources.code(source))
                .tag("outcome", outcome)
                .register(meters);
    }

    private String outcome(TrackLabel said, TrackLabels standing) {
        if (said.getRetracted()) {
            return RETRACTED;
        }
        return switch (rule.decide(standing.getLabels())) {
            case Agreed agreed -> AGREED;
            case Disputed disputed -> HeldBack.Reason.DISPUTED.code();
            case OutsideTaxonomy outside -> HeldBack.Reason.UNKNOWN_GENRE.code();
        };
    }
}
