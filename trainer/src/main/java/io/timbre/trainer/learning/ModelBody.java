package io.timbre.trainer.learning;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.timbre.schemas.Releases;
import io.timbre.schemas.avro.Judgement;
import io.timbre.schemas.avro.Lineage;
import io.timbre.schemas.avro.ModelRelease;
import io.timbre.schemas.avro.TestFigures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A model as the API shows it. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ModelBody(
        String model,
        String network,
        List<String> genres,
        String frontEnd,
        String fingerprint,
        String artefactUri,
        String artefactSha256,
        String verdict,
        boolean champion,
        boolean shadow,
        long promotion,
        @Nullable Instant promotedAt,
        long reclassification,
        @Nullable String reason,
        @Nullable JudgementBody judgement,
        @Nullable LineageBody lineage,
        Instant trainedAt) {

    static ModelBody of(ModelRelease release, Releases known) {
        return new ModelBody(
                release.getModel(),
                release.getNetwork(),
                release.getGenres(),
                release.getFrontEnd(),
                release.getFingerprint(),
                release.getArtefactUri(),
                release.getArtefactSha256(),
                RunBody.word(release.getVerdict()),
                new Succession(known).isChampion(release),
                release.getShadow(),
                release.getPromotion(),
                release.getPromotedAt(),
                release.getReclassification(),
                release.getReason(),
                Optional.ofNullable(release.getJudgement())
                        .map(JudgementBody::of)
                        .orElse(null),
                Optional.ofNullable(release.getLineage()).map(LineageBody::of).orElse(null),
                release.getTrainedAt());
    }

    /** Shares are 0 to 1. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record JudgementBody(
            int tracks,
            String testSha256,
            FiguresBody challenger,
            FiguresBody champion,
            double difference,
            double differenceLow,
            double differenceHigh) {
        static JudgementBody of(Judgement judgement) {
            return new JudgementBody(
                    judgement.getTracks(),
                    judgement.getTestSha256(),
                    FiguresBody.of(judgement.getChallenger()),
                    FiguresBody.of(judgement.getChampion()),
                    judgement.getDifference(),
                    judgement.getDifferenceLow(),
                    judgement.getDifferenceHigh());
        }
    }

    /** @param recalls in the order of the genres; -1 for one without a test track */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record FiguresBody(
            String model,
            double accuracy,
            double accuracyLow,
            double accuracyHigh,
            double logLoss,
            double calibrationError,
            List<Double> recalls) {
        static FiguresBody of(TestFigures figures) {
            return new FiguresBody(
                    figures.getModel(),
                    figures.getAccuracy(),
                    figures.getAccuracyLow(),
                    figures.getAccuracyHigh(),
                    figures.getLogLoss(),
                    figures.getCalibrationError(),
                    figures.getRecalls());
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record LineageBody(
            String runId,
            String parent,
            String topic,
            List<Long> offsets,
            int examples,
            String sha256,
            long seed,
            Map<String, String> settings) {
        static LineageBody of(Lineage lineage) {
            return new LineageBody(
                    lineage.getRunId(),
                    lineage.getParent(),
                    lineage.getTopic(),
                    lineage.getOffsets(),
                    lineage.getExamples(),
                    lineage.getSha256(),
                    lineage.getSeed(),
                    lineage.getSettings());
        }
    }
}
