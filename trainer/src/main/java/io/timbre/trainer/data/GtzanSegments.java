package io.timbre.trainer.data;

import ai.djl.ndarray.types.Shape;
import io.timbre.signal.Audio;
import io.timbre.signal.frontend.Loudness;
import io.timbre.signal.frontend.SegmentFrontEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads GTZAN's sound as segments of a front end, grouped by track, by recording ({@link AudioNearDuplicates}) and,
 * where Sturm's index knows it, by artist.
 *
 * <pre>{@code
 * var dataset = GtzanSegments.of(Bands.standard()).withGenres(List.of("jazz", "metal")).read(data);
 * }</pre>
 *
 * <p>Each track gives one recording, the first of {@link #recordings} that it has, as its others hold the same sound. Of
 * it, {@link GtzanSounds} are heard. Silent segments are left out.
 *
 * @param recordings where to look, the best first
 * @param genres in the order of the classes; empty for all there are, sorted
 */
public record GtzanSegments(
        SegmentFrontEnd frontEnd, List<GtzanRecordings> recordings, List<String> genres, Cutting cutting) {

    private static final String AUDIO = "gtzan_audio";

    public GtzanSegments {
        recordings = List.copyOf(recordings);
        genres = List.copyOf(genres);
        if (recordings.isEmpty()) {
            throw new IllegalArgumentException("recordings must not be empty");
        }
    }

    /** All genres of the recordings of 15 s, cut one segment after the other. */
    public static GtzanSegments of(SegmentFrontEnd frontEnd) {
        return new GtzanSegments(frontEnd, List.of(GtzanRecordings.FIRST_15_S), List.of(), new Cutting.Abutting());
    }

    public GtzanSegments withRecordings(GtzanRecordings... wanted) {
        return new GtzanSegments(frontEnd, List.of(wanted), genres, cutting);
    }

    public GtzanSegments withGenres(List<String> wanted) {
        return new GtzanSegments(frontEnd, recordings, wanted, cutting);
    }

    public GtzanSegments withCutting(Cutting wanted) {
        return new GtzanSegments(frontEnd, recordings, genres, wanted);
    }

    /**
     * Decodes the recordings below a data folder and transforms their segments, each an input of shape (1, {@link
     * SegmentFrontEnd#segmentShape}).
     *
     * @throws IOException if a folder is missing or a file cannot be read or decoded
     * @throws IllegalArgumentException if there is no such genre, or none of its recordings is as long as a segment
     */
    public Dataset read(Path data) throws IOException {
        return read(GtzanSounds.in(data));
    }

    /**
     * Likewise, with sounds that other front ends may have heard before.
     *
     * @throws IOException if a folder is missing or a file cannot be read or decoded
     * @throws IllegalArgumentException if there is no such genre, or none of its recordings is as long as a segment
     */
    public Dataset read(GtzanSounds sounds) throws IOException {
        var files = wanted(files(sounds.data().resolve(AUDIO)));
        var artists = GtzanArtists.read(sounds.data());
        var classes = List.copyOf(files.keySet());
        var examples = new ArrayList<Example>();
        var fingerprints = new LinkedHashMap<String, AudioFingerprint>();
        for (var genre : files.entrySet()) {
            int before = examples.size();
            int label = classes.indexOf(genre.getKey());
            for (var track : genre.getValue().entrySet()) {
                var heard = sounds.heard(track.getValue(), frontEnd.sampleRateHz());
                fingerprints.put(track.getKey(), sounds.fingerprint(track.getValue()));
                examples.addAll(examples(track.getKey(), heard.samples(), label, classes.size(), artists));
            }
            requireSome(examples.size() - before, genre.getKey());
        }
        return new Dataset(source(), inputShape(), classes, AudioNearDuplicates.grouped(examples, fingerprints));
    }

    /** The chosen file of each track, by genre. */
    private Map<String, Map<String, Path>> files(Path audio) throws IOException {
        var files = new TreeMap<String, Map<String, Path>>();
        for (var place : recordings) {
            for (var genre : list(audio.resolve(place.folder()))) {
                var tracks = files.computeIfAbsent(genre.getFileName().toString(), name -> new TreeMap<>());
                for (var file : list(genre)) {
                    tracks.putIfAbsent(TrackFiles.trackOf(file), file);
                }
            }
        }
        return files;
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("the data must hold the folder " + folder);
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** The genres that are asked for, in the order of the classes. */
    private Map<String, Map<String, Path>> wanted(Map<String, Map<String, Path>> files) {
        if (genres.isEmpty()) {
            return files;
        }
        var wanted = new LinkedHashMap<String, Map<String, Path>>();
        for (var genre : genres) {
            ClassNames.require(genre, files.keySet());
            wanted.put(genre, files.getOrDefault(genre, Map.of()));
        }
        return wanted;
    }

    private List<Example> examples(String track, float[] samples, int label, int classes, GtzanArtists artists) {
        var groups = new EnumMap<Grouping, String>(Grouping.class);
        groups.put(Grouping.TRACK, track);
        artists.of(track).ifPresent(artist -> groups.put(Grouping.ARTIST, artist));
        var examples = new ArrayList<Example>();
        for (int start : cutting.starts(track, samples.length, frontEnd.segmentSamples())) {
            var segment = Arrays.copyOfRange(samples, start, start + frontEnd.segmentSamples());
            if (!Loudness.of(new Audio(segment, frontEnd.sampleRateHz())).isSilent()) {
                var id = String.format(Locale.ROOT, "%s %.5f s", track, (double) start / frontEnd.sampleRateHz());
                examples.add(Example.ofClass(id, frontEnd.transform(segment), label, classes, groups));
            }
        }
        return examples;
    }

    private void requireSome(int segments, String genre) {
        if (segments == 0) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "each genre must have a recording of at least %.2f s in %s that is not silent: %s has none",
                    frontEnd.segmentSeconds(),
                    folders(),
                    genre));
        }
    }

    private Shape inputShape() {
        var shape = frontEnd.segmentShape();
        return new Shape(1, shape[0], shape[1]);
    }

    private String source() {
        return String.format(
                Locale.ROOT,
                "GTZAN (%s): segments of %.2f s as %s",
                folders(),
                frontEnd.segmentSeconds(),
                frontEnd.name());
    }

    private String folders() {
        return recordings.stream().map(GtzanRecordings::folder).collect(Collectors.joining(", "));
    }
}
