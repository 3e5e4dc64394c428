package io.timbre.trainer.champion;

import io.timbre.networks.engine.Placement;
import io.timbre.networks.model.Checkpoint;
import io.timbre.networks.table.Network;
import io.timbre.networks.zoo.Zoo;
import io.timbre.signal.frontend.SegmentFrontEnd;
import io.timbre.trainer.champion.Corpus.Track;
import io.timbre.trainer.fit.Descent;
import io.timbre.trainer.fit.Descent.Fitted;
import io.timbre.trainer.fit.Validation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fits networks to tracks of one corpus, which it renders once. */
final class Fitter {

    /** So many different ones for each row of a batch. */
    private static final int OUTLIERS_A_ROW = 15;

    private final Corpus corpus;
    private final TrainingSettings settings;
    private final TrainingListener listener;
    private final Placement placement;
    private final Optional<Checkpoint> start;
    private final Optional<Path> state;
    private final Map<String, String> origin;
    private final Network served;
    private final Network head;
    private final Map<String, Renditions> renditions;
    private final Map<String, TrackSegments> cut;
    private final List<OutlierSource> recorded;
    private final List<float[]> madeUp;
    private final Map<String, List<float[]>> heard;

    /** @param recorded outliers besides those that are made up */
    Fitter(
            Corpus corpus,
            SegmentFrontEnd frontEnd,
            TrainingSettings settings,
            List<OutlierSource> recorded,
            TrainingListener listener,
            Placement placement,
            Optional<Checkpoint> start,
            Optional<Path> state) {
        this.corpus = corpus;
        this.settings = settings;
        this.listener = listener;
        this.placement = placement;
        this.start = start;
        this.state = state;
        this.recorded = recorded;
        this.origin = Map.of(
                "front end", frontEnd.fingerprint(), "data", corpus.hash(), "outliers", OutlierSource.hash(recorded));
        this.served = start.map(Checkpoint::network)
                .orElseGet(
                        () -> Zoo.network(settings.network(), corpus.classes().size()));
        var trainee = start.isPresent()
                ? served
                : Zoo.trainee(settings.network(), corpus.classes().size());
        requireFixed(trainee);
        this.head = Heads.of(trainee);
        var known = corpus.known();
        try (var renderer = new Renderer(trainee, frontEnd.segmentShape()[1], settings)) {
            this.renditions =
                    renderer.of(known).stream().collect(Collectors.toMap(Renditions::id, rendition -> rendition));
            this.cut = cut(known, renderer);
            int bands = frontEnd.segmentShape()[0];
            var made = Outliers.of(frontEnd, OUTLIERS_A_ROW * settings.outliers(), settings.seed());
            this.madeUp = renderer.outliers(made, bands);
            this.heard = recorded.stream()
                    .collect(Collectors.toMap(
                            OutlierSource::name, source -> renderer.outliers(source.segments(), bands)));
        }
    }

    private static void requireFixed(Network network) {
        if (!network.normalisesSegments()) {
            throw new IllegalArgumentException(
                    "the network must normalise segments, as they are changed in that unit: was " + network.name());
        }
    }

    private static Map<String, TrackSegments> cut(List<Track> tracks, Renderer renderer) {
        var served = renderer.served(tracks);
        var cut = new HashMap<String, TrackSegments>();
        for (int i = 0; i < served.size(); i++) {
            cut.put(tracks.get(i).id(), served.get(i));
        }
        return cut;
    }

    /**
     * Fits.
     *
     * @param validation of these the epoch is chosen by; the last is taken where there are none
     * @param unheard sources of outliers that are kept from it
     * @param name of the fit among others
     */
    Fit fit(List<Track> training, List<Track> validation, List<OutlierSource> unheard, String name) {
        int members = start.isPresent() ? 1 : Zoo.members(settings.network());
        var fitted = new ArrayList<byte[]>();
        int bestEpoch = 0;
        for (int member = 1; member <= members; member++) {
            var result = descend(
                    training, validation, outliers(unheard), members == 1 ? name : name + ", member " + member, member);
            fitted.add(result.parameters());
            bestEpoch = Math.max(bestEpoch, result.bestEpoch());
        }
        return Heads.served(served, head, fitted, bestEpoch);
    }

    private List<float[]> outliers(List<OutlierSource> unheard) {
        return Stream.concat(
                        madeUp.stream(),
                        recorded.stream()
                                .filter(source -> !unheard.contains(source))
                                .flatMap(source -> get(heard, source.name()).stream()))
                .toList();
    }

    private Fitted descend(
            List<Track> training, List<Track> validation, List<float[]> outliers, String name, int member) {
        var own = settings.withSeed(settings.seed() * 1_000 + member);
        int classes = corpus.classes().size();
        var tracks = training.stream().map(track -> get(renditions, track.id())).toList();
        var judge = validation.isEmpty()
                ? Validation.NONE
                : new TrackValidation(
                        validation.stream().map(track -> get(cut, track.id())).toList());
        return descent(own, name, training)
                .run(new TrackBatches(tracks, classes, outliers, own), Optional.empty(), judge);
    }

    private static <T> T get(Map<String, T> all, String name) {
        return Optional.ofNullable(all.get(name)).orElseThrow();
    }

    private Descent descent(TrainingSettings own, String name, List<Track> training) {
        var descent = new Descent(head, corpus.classes().size(), own.fit(), listener.fitBegins(name)).on(placement);
        if (own.averaging() > 0) {
            descent = descent.averaging(own.averaging());
        }
        if (start.isPresent()) {
            descent = descent.from(Heads.parameters(served, start.get().parameters()));
        }
        if (state.isPresent()) {
            descent = descent.resumable(state.get().resolve(name.replaceAll("\\W+", "-")), origin(own, training));
        }
        return descent;
    }

    private Map<String, String> origin(TrainingSettings own, List<Track> training) {
        var ids = training.stream().map(Track::id).collect(Collectors.toCollection(TreeSet::new));
        var whole = new TreeMap<>(origin);
        whole.put("training", own.toString());
        whole.put("tracks", hash(ids));
        return whole;
    }

    private static String hash(Set<String> ids) {
        return Checkpoint.sha256(String.join(",", ids).getBytes(StandardCharsets.UTF_8));
    }
}
