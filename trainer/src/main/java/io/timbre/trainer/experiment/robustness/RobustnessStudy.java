package io.timbre.trainer.experiment.robustness;

import io.timbre.networks.model.Champion;
import io.timbre.networks.model.GenreModel;
import io.timbre.signal.Audio;
import io.timbre.signal.frontend.FrontEnds;
import io.timbre.trainer.data.GtzanCorpus;
import io.timbre.trainer.data.GtzanPictures;
import io.timbre.trainer.data.GtzanPictures.Picture;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.Prediction;
import io.timbre.trainer.data.TrackFiles;
import io.timbre.trainer.experiment.Experiment;
import io.timbre.trainer.experiment.ExperimentSettings;
import io.timbre.trainer.experiment.Report;
import io.timbre.trainer.experiment.Section.Table;
import io.timbre.trainer.experiment.Section.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the shipped model loses when the test tracks' recordings are encoded again, louder, quieter, cut elsewhere or short.
 */
public final class RobustnessStudy implements Experiment {

    private static final int QUICK_TRACKS = 8;
    private static final String READING = """
            The shipped model, `%s`, is asked about test tracks as they are and changed; nothing is trained. The recordings of \
            test tracks at hand are excerpts of 2 to 3 s, so what is cut is cut from the pictures of whole tracks. Accuracy \
            counts the best class, also where the answer is `unknown`. Differences are of the same tracks; the interval of the \
            accuracy is a bootstrap over tracks, that of the loss Student's.
            """;

    @Override
    public String name() {
        return "robustness";
    }

    @Override
    public String description() {
        return "the shipped model on test tracks encoded again, louder, quieter, cut elsewhere, short";
    }

    @Override
    public Report run(ExperimentSettings settings) throws IOException {
        var checkpoint = Champion.checkpoint();
        var frontEnd = FrontEnds.audible(checkpoint.description().frontEnd().fingerprint())
                .orElseThrow();
        try (var model = GenreModel.load(checkpoint)) {
            var asked = new Asked(model, frontEnd);
            var pictures = GtzanPictures.read(settings.data()).stream()
                    .filter(picture -> picture.part() == Part.TEST)
                    .limit(most(settings))
                    .toList();
            var tracks = GtzanCorpus.tracks(settings.data()).stream()
                    .filter(track -> track.part() == Part.TEST)
                    .limit(most(settings))
                    .toList();
            return new Report(
                    name(),
                    "What a recording may go through",
                    GtzanCorpus.SOURCE + ", and " + GtzanPictures.SOURCE + ", test parts",
                    List.of(
                            new Table("Recordings, each change by itself", Effect.HEADER, recordings(tracks, asked)),
                            new Table("Pictures of whole tracks, cut", Effect.HEADER, cuts(pictures, asked)),
                            new Table(
                                    "An excerpt of 2 to 3 s instead of its track's picture",
                                    Effect.HEADER,
                                    List.of(excerpts(tracks, pictures, asked))),
                            new Text("How to read it", READING.formatted(model.version()))));
        }
    }

    private static long most(ExperimentSettings settings) {
        return settings.quick() ? QUICK_TRACKS : Long.MAX_VALUE;
    }

    private static List<List<String>> recordings(List<TrackFiles> tracks, Asked asked) throws IOException {
        var sounds = new ArrayList<Audio>();
        for (var track : tracks) {
            sounds.add(asked.decoded(track));
        }
        var clean = new ArrayList<Prediction>();
        for (int i = 0; i < sounds.size(); i++) {
            clean.add(asked.about(tracks.get(i), sounds.get(i)));
        }
        var rows = new ArrayList<List<String>>();
        for (var change : Change.values()) {
            var changed = new ArrayList<Prediction>();
            for (int i = 0; i < sounds.size(); i++) {
                changed.add(asked.about(tracks.get(i), change.of(sounds.get(i))));
            }
            rows.add(new Effect(change.words(), asked.classes(), clean, changed).row());
        }
        return rows;
    }

    private static List<List<String>> cuts(List<Picture> pictures, Asked asked) {
        var clean = of(pictures, Cut.WHOLE, asked);
        return Stream.of(Cut.LATER, Cut.SHORT)
                .map(cut -> new Effect(cut.words(), asked.classes(), clean, of(pictures, cut, asked)).row())
                .toList();
    }

    private static List<Prediction> of(List<Picture> pictures, Cut cut, Asked asked) {
        return pictures.stream().map(picture -> asked.about(picture, cut)).toList();
    }

    private static List<String> excerpts(List<TrackFiles> tracks, List<Picture> pictures, Asked asked)
            throws IOException {
        var seen = new ArrayList<Prediction>();
        var heard = new ArrayList<Prediction>();
        for (var track : tracks) {
            var picture =
                    pictures.stream().filter(one -> one.id().equals(track.id())).findFirst();
            if (picture.isPresent()) {
                seen.add(asked.about(picture.get(), Cut.WHOLE));
                heard.add(asked.about(track, asked.decoded(track)));
            }
        }
        return new Effect("the excerpt", asked.classes(), seen, heard).row();
    }
}
