package io.timbre.trainer.drift;

import io.timbre.schemas.Releases;
import io.timbre.schemas.avro.ArrivedTrack;
import io.timbre.schemas.avro.DriftBaseline;
import io.timbre.schemas.avro.DriftChoice;
import io.timbre.schemas.avro.DriftWindow;
import io.timbre.schemas.avro.ModelRelease;
import io.timbre.schemas.avro.WatchedSource;
import io.timbre.trainer.drift.DriftMeters.Dropped;
import io.timbre.trainer.learning.LearningTopology;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;

/**
 * Puts each track into the windows of its source and of all sources, and judges those that close. There is one of this,
 * since arrivals are brought to one partition. What it keeps, what it says and how far it read are one transaction.
 *
 * <p>Windows are of what one model says. When another serves, those of the one before are dropped as they are, with its
 * change detectors, and what the old one still says here and there is not counted.
 */
final class JudgeWindows implements Processor<String, ArrivedTrack, String, SpecificRecord> {
    /** Source to what is kept of it; all of them together are the source without a name. */
    static final String WATCHED = "watched-sources";

    static final String ALL = "";

    /** Between two looks at sources of which nothing comes. */
    static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    private final DriftSettings settings;
    private final ChampionReferences references;
    private final Watches watches;
    private final DriftMeters meters;
    private @Nullable ProcessorContext<String, SpecificRecord> context;
    private @Nullable KeyValueStore<String, WatchedSource> watched;
    private @Nullable ReadOnlyKeyValueStore<String, ValueAndTimestamp<ModelRelease>> releases;
    private @Nullable RecentTracks recent;
    private @Nullable Verdicts verdicts;
    private @Nullable Retraining retraining;
    private @Nullable Choices choices;

    JudgeWindows(DriftSettings settings, ChampionReferences references, Watches watches, DriftMeters meters) {
        this.settings = settings;
        this.references = references;
        this.watches = watches;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> context) {
        this.context = context;
        this.watched = context.getStateStore(WATCHED);
        this.releases = context.getStateStore(LearningTopology.KNOWN_RELEASES);
        this.recent = new RecentTracks(context.getStateStore(RecentTracks.STORE));
        this.verdicts = new Verdicts(context.getStateStore(Verdicts.STORE));
        this.retraining = new Retraining(settings, meters, context.getStateStore(Retraining.STORE));
        this.choices = new Choices(
                this.<DriftChoice>known(DriftTopology.KNOWN_CHOICES),
                this.<DriftBaseline>known(DriftTopology.KNOWN_BASELINES));
        context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> look());
        showLast();
    }

    private <V> Function<String, Optional<V>> known(String name) {
        ReadOnlyKeyValueStore<String, ValueAndTimestamp<V>> store =
                Objects.requireNonNull(context).getStateStore(name);
        return key -> Optional.ofNullable(ValueAndTimestamp.getValueOrNull(store.get(key)));
    }

    /** What the gauges said before a restart. */
    private void showLast() {
        Optional.ofNullable(watched().get(ALL))
                .flatMap(all -> verdicts().find(ALL, DriftWindow.COUNT, all.getByCount() - 1))
                .ifPresent(meters::show);
    }

    @Override
    public void process(Record<String, ArrivedTrack> record) {
        var track = record.value();
        var champion = champion().filter(release -> release.getModel().equals(track.getModel()));
        if (champion.isEmpty()) {
            if (track.getLabel() == null) {
                meters.dropped(Dropped.OTHER_MODEL);
            }
            return;
        }
        var reference = references.of(champion.get());
        var observation = Observations.of(track, reference);
        if (track.getLabel() == null) {
            arrive(track, observation, reference);
        } else {
            compare(track, reference);
        }
    }

    private void arrive(ArrivedTrack track, Observation observation, ChampionReference reference) {
        var at = track.getAcceptedAt();
        var now = latest(at);
        if (settings.isOver(settings.spanOf(at).plus(settings.length()), now)) {
            meters.dropped(Dropped.LATE);
        }
        sources(track).forEach(source -> {
            var windows = windows(source, reference);
            Objects.requireNonNull(recent).keep(source, windows.tracks(), track);
            windows.add(observation, at, now);
            watch(source, reference)
                    .map(watch -> watch.changeThreshold(Statistic.CONFIDENCE_CHANGE))
                    .ifPresent(threshold -> windows.confidence().add(observation.confidence(), threshold));
            judge(source, windows, reference, now);
        });
    }

    /** Labels come when they come: they belong to no window, but to the course of errors. Unknown is no answer here. */
    private void compare(ArrivedTrack track, ChampionReference reference) {
        double wrong = reference.mostProbable(track.getPosteriors()).equals(track.getLabel()) ? 0 : 1;
        sources(track).forEach(source -> {
            var windows = windows(source, reference);
            watch(source, reference)
                    .map(watch -> watch.changeThreshold(Statistic.ERROR_CHANGE))
                    .ifPresent(threshold -> windows.error().add(wrong, threshold));
            watched().put(source, windows.stored());
        });
    }

    private static List<String> sources(ArrivedTrack track) {
        return Stream.of(ALL, Objects.requireNonNullElse(track.getSource(), ALL))
                .distinct()
                .toList();
    }

    /** How far the time of all sources has come. */
    private Instant latest(Instant at) {
        return Optional.ofNullable(watched().get(ALL))
                .map(WatchedSource::getLatest)
                .filter(at::isBefore)
                .orElse(at);
    }

    private SourceWindows windows(String source, ChampionReference reference) {
        var model = reference.model();
        return Optional.ofNullable(watched().get(source))
                .map(stored -> SourceWindows.of(settings, reference.genres(), stored))
                .map(windows -> windows.under(model, reference.genres()))
                .orElseGet(() -> SourceWindows.fresh(settings, model, reference.genres()));
    }

    private void judge(String source, SourceWindows windows, ChampionReference reference, Instant now) {
        windows.closed(now)
                .forEach(window -> watch(source, reference)
                        .ifPresentOrElse(
                                watch -> tell(source, window, watch), () -> meters.unjudged(source, window.kind())));
        watched().put(source, windows.stored());
    }

    private void tell(String source, Window window, Watch watch) {
        var now = Instant.ofEpochMilli(context().currentSystemTimeMs());
        var verdict = Verdicts.of(source, window, window.judgedBy(watch), watch, now);
        verdicts().keep(source, window.number(), verdict);
        meters.judged(verdict);
        context().forward(DriftEvent.of(source, verdict));
        Objects.requireNonNull(retraining)
                .after(verdict, now)
                .map(DriftEvent::of)
                .ifPresent(context()::forward);
    }

    /**
     * Forgets sources that are silent for long, and closes what is due of another of which nothing comes: of one at a time,
     * since thresholds take seconds where its windows are of sizes that are new, and a transaction does not wait for ever.
     */
    private void look() {
        var all = watched().get(ALL);
        var champion = champion();
        if (all == null || champion.isEmpty()) {
            return;
        }
        var reference = references.of(champion.get());
        var silent = silent(all.getLatest());
        silent.forEach(this::forget);
        known().entrySet().stream()
                .filter(entry ->
                        entry.getValue().getModel().equals(champion.get().getModel()))
                .map(Map.Entry::getKey)
                .filter(source -> windows(source, reference).isDue(all.getLatest()))
                .findFirst()
                .ifPresent(source -> judge(source, windows(source, reference), reference, all.getLatest()));
    }

    private List<String> silent(Instant now) {
        var latestFirst = known().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(ALL))
                .sorted(Comparator.comparing(entry -> entry.getValue().getLatest(), Comparator.reverseOrder()))
                .toList();
        var tooMany = latestFirst.stream().skip(settings.maxSources());
        var tooOld = latestFirst.stream()
                .filter(entry -> entry.getValue().getLatest().isBefore(now.minus(settings.forgetAfter())));
        return Stream.concat(tooMany, tooOld).map(Map.Entry::getKey).toList();
    }

    private Map<String, WatchedSource> known() {
        var known = new TreeMap<String, WatchedSource>();
        try (var all = watched().all()) {
            all.forEachRemaining(entry -> known.put(entry.key, entry.value));
        }
        return known;
    }

    private void forget(String source) {
        watched().delete(source);
        verdicts().forget(source);
        Objects.requireNonNull(recent).forget(source);
    }

    private Optional<ModelRelease> champion() {
        var known = new HashMap<String, ModelRelease>();
        try (var all = Objects.requireNonNull(releases).all()) {
            while (all.hasNext()) {
                var next = all.next();
                known.put(next.key, next.value.value());
            }
        }
        return new Releases(known).champion();
    }

    private ProcessorContext<String, SpecificRecord> context() {
        return Objects.requireNonNull(context);
    }

    private KeyValueStore<String, WatchedSource> watched() {
        return Objects.requireNonNull(watched);
    }

    private Verdicts verdicts() {
        return Objects.requireNonNull(verdicts);
    }

    private Optional<Watch> watch(String source, ChampionReference reference) {
        var chosen = Objects.requireNonNull(choices).of(source, reference.model());
        return watches.of(chosen, reference);
    }
}
