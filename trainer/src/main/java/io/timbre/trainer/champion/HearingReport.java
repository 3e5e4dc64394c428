package io.timbre.trainer.champion;

import io.timbre.networks.model.Checkpoint;
import io.timbre.networks.model.GenreModel;
import io.timbre.networks.model.TrackPrediction;
import io.timbre.signal.frontend.SegmentFrontEnd;
import io.timbre.signal.frontend.UnusableAudioException;
import io.timbre.trainer.champion.Corpus.Track;
import io.timbre.trainer.data.GtzanCorpus;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.TrackFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a model that was trained on pictures makes of sound: of the test tracks whose recordings are at hand, beside what it
 * makes of their pictures, and of recordings of everything else. Sections of its card.
 */
final class HearingReport {

    private static final String STRANGERS = "cc_audio";
    private static final String STRANGERS_HEAD = """

            ## What it makes of strangers

            Recordings that no training has heard, music and not; a recording that it is unsure of is `unknown`:

            | Recording | Genre | Confidence | Next best |
            |---|---|---|---|
            """;

    private final SegmentFrontEnd frontEnd;
    private final Checkpoint checkpoint;

    HearingReport(SegmentFrontEnd frontEnd, Checkpoint checkpoint) {
        this.frontEnd = frontEnd;
        this.checkpoint = checkpoint;
    }

    /**
     * The sections, Markdown.
     *
     * @throws IOException if recordings cannot be read or decoded
     */
    String of(Path data, Corpus pictures) throws IOException {
        try (var model = GenreModel.load(checkpoint)) {
            var hearing = new Hearing(frontEnd, model);
            return audio(hearing, model, data, pictures) + strangers(hearing, model, data);
        }
    }

    private String audio(Hearing hearing, GenreModel model, Path data, Corpus corpus) throws IOException {
        var pictures = corpus.of(Part.TEST).stream().collect(Collectors.toMap(Track::id, Function.identity()));
        var rows = new StringBuilder("""

                ## On recordings

                The figures above are of pictures. Of some test tracks there are recordings, too, which go through the front \
                end as an upload does; beside them the same tracks' pictures:

                | Recordings | Tracks | Right | Right of their pictures | The same answer |
                |---|---|---|---|---|
                """);
        for (var folder : GtzanCorpus.folders()) {
            var tracks = GtzanCorpus.tracks(data).stream()
                    .filter(track -> track.part() == Part.TEST && pictures.containsKey(track.id()))
                    .filter(track -> recording(track, folder).isPresent())
                    .toList();
            if (!tracks.isEmpty()) {
                rows.append(row(folder, tracks, hearing, model, pictures));
            }
        }
        return rows.toString();
    }

    private static Optional<Path> recording(TrackFiles track, String folder) {
        return track.recordings().stream()
                .filter(file -> names(file).anyMatch(folder::equals))
                .findFirst();
    }

    private static Stream<String> names(Path file) {
        return StreamSupport.stream(file.spliterator(), false).map(Path::toString);
    }

    private String row(
            String folder, List<TrackFiles> tracks, Hearing hearing, GenreModel model, Map<String, Track> pictures)
            throws IOException {
        int right = 0;
        int rightPictures = 0;
        int same = 0;
        for (var track : tracks) {
            var picture = Optional.ofNullable(pictures.get(track.id())).orElseThrow();
            var seen = best(model.predict(TrackSegments.of(List.of(picture), frontEnd.segmentShape()[1])
                    .getFirst()
                    .segments()
                    .toArray(float[][]::new)));
            var heard = best(heard(hearing, recording(track, folder).orElseThrow()));
            right += heard == picture.label() ? 1 : 0;
            rightPictures += seen == picture.label() ? 1 : 0;
            same += heard == seen ? 1 : 0;
        }
        return String.format(
                Locale.ROOT, "| `%s` | %d | %d | %d | %d |%n", folder, tracks.size(), right, rightPictures, same);
    }

    private static TrackPrediction heard(Hearing hearing, Path file) throws IOException {
        try {
            return hearing.of(file);
        } catch (UnusableAudioException e) {
            throw new IOException(file + " is unusable: " + e.getMessage(), e);
        }
    }

    private static int best(TrackPrediction prediction) {
        return new Decision(0, prediction.posteriors()).best();
    }

    private static String strangers(Hearing hearing, GenreModel model, Path data) throws IOException {
        var rows = new StringBuilder(STRANGERS_HEAD);
        for (var file : strangers(data.resolve(STRANGERS))) {
            rows.append(stranger(file, hearing, model));
        }
        return rows.toString();
    }

    private static List<Path> strangers(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".ogg"))
                    .sorted()
                    .toList();
        }
    }

    private static String stranger(Path file, Hearing hearing, GenreModel model) throws IOException {
        try {
            var prediction = hearing.of(file);
            var decision = new Decision(0, prediction.posteriors());
            var next = prediction.posteriors().clone();
            next[decision.best()] = 0;
            return String.format(
                    Locale.ROOT,
                    "| `%s` | %s | %.2f | %s |%n",
                    file.getFileName(),
                    prediction.genre().equals(TrackPrediction.UNKNOWN)
                            ? "unknown (" + model.classes().get(decision.best()) + ")"
                            : prediction.genre(),
                    prediction.confidence(),
                    model.classes().get(new Decision(0, next).best()));
        } catch (UnusableAudioException e) {
            return "| `" + file.getFileName() + "` | rejected: " + e.getMessage() + " | | |\n";
        }
    }
}
