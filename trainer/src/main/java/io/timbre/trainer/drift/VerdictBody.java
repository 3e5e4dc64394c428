package io.timbre.trainer.drift;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.timbre.schemas.avro.DriftGenre;
import io.timbre.schemas.avro.DriftStatistic;
import io.timbre.schemas.avro.DriftWindow;
import io.timbre.schemas.avro.GenreDrift;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A verdict as clients read it. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record VerdictBody(
        String driftId,
        @Nullable String source,
        String window,
        Instant openedAt,
        Instant closedAt,
        long tracks,
        String model,
        String baseline,
        boolean drifted,
        double windowsBetweenFalseAlarms,
        List<StatisticBody> statistics,
        List<GenreBody> genres,
        List<String> exemplars,
        double meanConfidence,
        double meanEntropy,
        @Nullable Double estimatedAccuracy,
        @Nullable String estimatedBy,
        Instant judgedAt) {

    /** @param threshold what the value must exceed to be an alarm */
    record StatisticBody(String name, double value, double threshold, boolean alarm) {
        static StatisticBody of(DriftStatistic statistic) {
            return new StatisticBody(
                    statistic.getName(), statistic.getValue(), statistic.getThreshold(), statistic.getAlarm());
        }
    }

    /** @param pValue adjusted for as many genres */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record GenreBody(String genre, double baselineShare, double share, double pValue, boolean moved) {
        static GenreBody of(DriftGenre genre) {
            return new GenreBody(
                    genre.getGenre(), genre.getBaselineShare(), genre.getShare(), genre.getPValue(), genre.getMoved());
        }
    }

    static VerdictBody of(GenreDrift verdict) {
        return new VerdictBody(
                verdict.getDriftId(),
                verdict.getSource(),
                word(verdict.getWindow()),
                verdict.getOpenedAt(),
                verdict.getClosedAt(),
                verdict.getTracks(),
                verdict.getModel(),
                verdict.getBaseline(),
                verdict.getDrifted(),
                verdict.getWindowsBetweenFalseAlarms(),
                verdict.getStatistics().stream().map(StatisticBody::of).toList(),
                verdict.getGenres().stream().map(GenreBody::of).toList(),
                verdict.getExemplars(),
                verdict.getMeanConfidence(),
                verdict.getMeanEntropy(),
                verdict.getEstimatedAccuracy(),
                verdict.getEstimatedBy(),
                verdict.getJudgedAt());
    }

    static String word(DriftWindow window) {
        return window.name().toLowerCase(Locale.ROOT);
    }
}
