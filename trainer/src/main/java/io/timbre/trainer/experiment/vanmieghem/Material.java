package io.timbre.trainer.experiment.vanmieghem;

import io.timbre.signal.frontend.Bands;
import io.timbre.signal.frontend.BandsParameters;
import io.timbre.signal.frontend.SegmentFrontEnd;
import io.timbre.trainer.data.Cutting;
import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.GtzanRecordings;
import io.timbre.trainer.data.GtzanSegments;
import io.timbre.trainer.data.GtzanSounds;
import io.timbre.trainer.data.GtzanSplit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What of GTZAN stands in for the thesis' songs.
 *
 * <p>A segment of 3 s needs the recordings of 15 s, of which some genres have one artist only. A split that keeps artists
 * apart needs the clips, which are long enough for 2 s.
 */
final class Material {

    /**
     * Unlike each other, and each with artists enough to keep them apart, in {@code clips_2-3s_flac}. {@link #NEAR} is the
     * genre that is added.
     */
    static final List<String> SIX = List.of("blues", "classical", "country", "disco", "hiphop", "metal");

    /** Taken to be near some of the six. */
    static final String NEAR = "rock";

    /** Taken to be near none of the six. */
    static final String FAR = "reggae";

    /** Those of which the recordings of 15 s have four artists or more. */
    static final List<String> MANY_ARTISTS = List.of("country", "disco", "hiphop", "metal");

    /** Those that the fault-filtered split has in all parts. */
    static final List<String> FAULT_FILTERED = List.of("blues", "classical", "country", "metal", "rock");

    /** All that are asked about. */
    static final List<String> EIGHT =
            Stream.concat(SIX.stream(), Stream.of(NEAR, FAR)).toList();

    private final Path data;
    private final Effort effort;
    private final long seed;
    private final GtzanSounds sounds;
    private final Dataset songs;
    private final Dataset clips;

    private Material(Path data, Effort effort, long seed) throws IOException {
        this.data = data;
        this.effort = effort;
        this.seed = seed;
        this.sounds = GtzanSounds.in(data);
        this.songs = drawn(Bands.standard(), EIGHT);
        this.clips = clips(new Bands(BandsParameters.ofSeconds(2)), EIGHT);
    }

    /** @throws IOException if data cannot be read */
    static Material read(Path data, Effort effort, long seed) throws IOException {
        return new Material(data, effort, seed);
    }

    /** Three seconds as twelve bands, drawn as by {@link #drawn}. */
    Dataset songs(List<String> genres) {
        return songs.ofClasses(genres);
    }

    /** Two seconds as twelve bands, of more artists. */
    Dataset clips(List<String> genres) {
        return clips.ofClasses(genres);
    }

    /** Of the recordings of 15 s, at random places, as the thesis' program does it. */
    Dataset drawn(SegmentFrontEnd frontEnd, List<String> genres) throws IOException {
        return GtzanSegments.of(frontEnd)
                .withGenres(genres)
                .withCutting(new Cutting.AtRandom(effort.segments(), seed))
                .read(sounds);
    }

    /** Three seconds one after the other, so that no two share a sample. */
    Dataset abutting(List<String> genres) throws IOException {
        return GtzanSegments.of(Bands.standard()).withGenres(genres).read(sounds);
    }

    Dataset clips(SegmentFrontEnd frontEnd, List<String> genres) throws IOException {
        return GtzanSegments.of(frontEnd)
                .withRecordings(GtzanRecordings.CLIPS_2_S)
                .withGenres(genres)
                .withCutting(new Cutting.AtRandom(effort.clipSegments(), seed))
                .read(sounds);
    }

    GtzanSplit faultFiltered() throws IOException {
        return GtzanSplit.read(data);
    }
}
