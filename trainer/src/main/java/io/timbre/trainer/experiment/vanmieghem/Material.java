package io.timbre.trainer.experiment.vanmieghem;

import io.timbre.signal.frontend.Bands;
import io.timbre.signal.frontend.SegmentFrontEnd;
import io.timbre.trainer.data.Cutting;
import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.GtzanRecordings;
import io.timbre.trainer.data.GtzanSegments;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What of GTZAN stands in for the thesis' songs.
 *
 * <p>A segment of 3 s needs the recordings of 15 s, of which some genres have one artist only. A split that keeps artists
 * apart needs the clips, which are long enough for 2 s.
 *
 * @param segments drawn from each recording of 15 s; the thesis drew twenty from a whole song
 * @param clipSegments drawn from each clip
 */
record Material(Path data, int segments, int clipSegments, long seed) {

    /**
     * Unlike each other, and each with artists enough to keep them apart, in {@code clips_2-3s_flac}. {@link #NEAR} is the
     * genre that is added.
     */
    static final List<String> SIX = List.of("blues", "classical", "country", "disco", "hiphop", "metal");

    /** Stands near blues, country and metal. */
    static final String NEAR = "rock";

    /** Stands near none of the six. */
    static final String FAR = "reggae";

    /** Those of which the recordings of 15 s have four artists or more. */
    static final List<String> MANY_ARTISTS = List.of("country", "disco", "hiphop", "metal");

    /** Those that the fault-filtered split has in all parts. */
    static final List<String> FAULT_FILTERED = List.of("blues", "classical", "country", "metal", "rock");

    static Material of(Path data, boolean quick, long seed) {
        return quick ? new Material(data, 4, 1, seed) : new Material(data, 20, 3, seed);
    }

    /** Drawn at random, as the thesis' program does it. */
    Dataset drawn(SegmentFrontEnd frontEnd, List<String> genres) throws IOException {
        return GtzanSegments.of(frontEnd)
                .withGenres(genres)
                .withCutting(new Cutting.AtRandom(segments, seed))
                .read(data);
    }

    /** Three seconds one after the other, so that no two share a sample. */
    Dataset abutting(List<String> genres) throws IOException {
        return GtzanSegments.of(Bands.standard()).withGenres(genres).read(data);
    }

    Dataset clips(SegmentFrontEnd frontEnd, List<String> genres) throws IOException {
        return GtzanSegments.of(frontEnd)
                .withRecordings(GtzanRecordings.CLIPS_2_S)
                .withGenres(genres)
                .withCutting(new Cutting.AtRandom(clipSegments, seed))
                .read(data);
    }
}
