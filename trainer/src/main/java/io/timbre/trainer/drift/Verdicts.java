package io.timbre.trainer.drift;

import io.timbre.schemas.TrackIds;
import io.timbre.schemas.avro.DriftGenre;
import io.timbre.schemas.avro.DriftStatistic;
import io.timbre.schemas.avro.DriftWindow;
import io.timbre.schemas.avro.GenreDrift;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;

/** The latest verdicts on each source, for whoever asks over HTTP; all of them stand on their topic. */
final class Verdicts {
    /** Source, kind of window and number to verdict. */
    static final String STORE = "drift-verdicts";

    /** Of each source and kind of window. */
    static final int KEPT = 500;

    private final KeyValueStore<String, GenreDrift> store;

    Verdicts(KeyValueStore<String, GenreDrift> store) {
        this.store = store;
    }

    /** @param number of the window of its kind among those of its source */
    static String key(String source, DriftWindow kind, long number) {
        return RingKey.of(source, kind.ordinal() * (long) KEPT + number % KEPT, KEPT * DriftWindow.values().length);
    }

    /** A verdict as it is published. @param source empty for all of them */
    static GenreDrift of(String source, Window window, Judgement judgement, Watch watch, Instant now) {
        var tracks = window.tracks();
        var baseline = watch.baseline();
        return GenreDrift.newBuilder()
                .setDriftId(id(source, window, baseline.model()))
                .setSource(source.isEmpty() ? null : source)
                .setWindow(window.kind())
                .setOpenedAt(tracks.from())
                .setClosedAt(tracks.to())
                .setTracks(judgement.tracks())
                .setModel(baseline.model())
                .setBaseline(baseline.name())
                .setDrifted(judgement.drifted())
                .setWindowsBetweenFalseAlarms(watch.windowsBetweenFalseAlarms())
                .setStatistics(
                        judgement.statistics().stream().map(Verdicts::statistic).toList())
                .setGenres(judgement.genres().stream().map(Verdicts::genre).toList())
                .setExemplars(judgement.exemplars())
                .setMeanConfidence(judgement.meanConfidence())
                .setMeanEntropy(judgement.meanEntropy())
                .setEstimatedAccuracy(judgement.accuracy().accuracy())
                .setEstimatedBy(judgement.accuracy().method().label())
                .setJudgedAt(now)
                .build();
    }

    private static String id(String source, Window window, String model) {
        return TrackIds.derived(
                source,
                window.kind().name(),
                Long.toString(window.number()),
                window.tracks().from().toString(),
                window.tracks().to().toString(),
                model);
    }

    private static DriftStatistic statistic(Measured measured) {
        return new DriftStatistic(
                measured.statistic().label(), measured.value(), measured.threshold(), measured.alarm());
    }

    private static DriftGenre genre(GenreShift shift) {
        return new DriftGenre(shift.genre(), shift.baselineShare(), shift.share(), shift.pValue(), shift.moved());
    }

    void keep(String source, long number, GenreDrift verdict) {
        store.put(key(source, verdict.getWindow(), number), verdict);
    }

    Optional<GenreDrift> find(String source, DriftWindow kind, long number) {
        return Optional.ofNullable(store.get(key(source, kind, number)));
    }

    void forget(String source) {
        RingKey.keys(store, source).forEach(store::delete);
    }
}
