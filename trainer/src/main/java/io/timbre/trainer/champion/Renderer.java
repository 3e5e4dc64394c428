package io.timbre.trainer.champion;

import io.timbre.networks.engine.Passage;
import io.timbre.networks.table.Network;
import io.timbre.trainer.champion.Corpus.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Passes tracks through the fixed layers of a network, once, since these never change: what is fitted is what follows. */
final class Renderer implements AutoCloseable {

    private final Passage passage;
    private final int frames;
    private final TrainingSettings settings;

    Renderer(Network network, int frames, TrainingSettings settings) {
        this.passage = new Passage(network);
        this.frames = frames;
        this.settings = settings;
    }

    /** Segments spread over each track, and others at random places, changed; for each track the same at any time. */
    List<Renditions> of(List<Track> tracks) {
        return tracks.stream()
                .map(track -> new Renditions(track.id(), track.label(), passage.through(segments(track))))
                .toList();
    }

    private List<float[]> segments(Track track) {
        var random = new Random(31 * settings.seed() + track.id().hashCode());
        int bands = track.strips().getFirst().bands();
        var augmentation = new Augmentation(bands, settings.augmentation(), random);
        var segments = new ArrayList<float[]>();
        for (int i = 0; i < settings.plainSegments(); i++) {
            var strip = track.strips().get(i % track.strips().size());
            int places = strip.frames() - frames;
            segments.add(strip.crop(places * i / Math.max(1, settings.plainSegments() - 1), frames));
        }
        for (int i = 0; i < settings.changedSegments(); i++) {
            var strip = track.strips().get(random.nextInt(track.strips().size()));
            segments.add(augmentation.of(strip.crop(random.nextInt(strip.frames() - frames + 1), frames)));
        }
        return segments;
    }

    /** A track as it will be served. */
    List<TrackSegments> served(List<Track> tracks) {
        return TrackSegments.of(tracks, frames).stream()
                .map(track -> new TrackSegments(track.label(), passage.through(track.segments())))
                .toList();
    }

    /** Outliers as they are, and changed. */
    List<float[]> outliers(List<float[]> segments, int bands) {
        var augmentation = new Augmentation(bands, settings.augmentation(), new Random(settings.seed()));
        return passage.through(
                Stream.concat(segments.stream(), segments.stream().map(augmentation::of))
                        .toList());
    }

    @Override
    public void close() {
        passage.close();
    }
}
