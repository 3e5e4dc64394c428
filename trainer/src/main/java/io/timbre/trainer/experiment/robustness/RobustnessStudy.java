package io.timbre.trainer.experiment.robustness;

import io.timbre.networks.model.Champion;
import io.timbre.networks.model.GenreModel;
import io.timbre.signal.Audio;
import io.timbre.signal.codec.AudioDecoder;
import io.timbre.signal.codec.DecodeLimits;
import io.timbre.signal.codec.UndecodableException;
import io.timbre.signal.frontend.FrontEnds;
import io.timbre.signal.frontend.Segment;
import io.timbre.signal.frontend.SegmentFrontEnd;
import io.timbre.signal.frontend.UnusableAudioException;
import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Grouping;
import io.timbre.trainer.data.GtzanCorpus;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.Prediction;
import io.timbre.trainer.data.TrackFiles;
import io.timbre.trainer.experiment.Experiment;
import io.timbre.trainer.experiment.ExperimentSettings;
import io.timbre.trainer.experiment.Report;
import io.timbre.trainer.experiment.Section.Table;
import io.timbre.trainer.experiment.Section.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the shipped model loses when the test tracks' recordings are encoded again, louder, quieter, cut elsewhere or short.
 */
public final class RobustnessStudy implements Experiment {

    private static final int QUICK_TRACKS = 8;
    private static final String READING = """
            The shipped model, `%s`, is asked about the recordings of the test tracks as they are and changed; nothing is \
            trained. Of each track its longest recording is heard (15 to 20 s of some, 2 to 3 s of most); what cuts is done to \
            the long ones only. Accuracy counts the best class, also where the answer is `unknown`. Differences are of the \
            same tracks; the interval of the accuracy is a bootstrap over tracks, that of the loss Student's.
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
        var tracks = GtzanCorpus.tracks(settings.data()).stream()
                .filter(track -> track.part() == Part.TEST)
                .limit(settings.quick() ? QUICK_TRACKS : Long.MAX_VALUE)
                .toList();
        var checkpoint = Champion.checkpoint();
        var frontEnd = FrontEnds.audible(checkpoint.description().frontEnd().fingerprint())
                .orElseThrow();
        try (var model = GenreModel.load(checkpoint)) {
            var effects = effects(tracks, frontEnd, model);
            return new Report(
                    name(),
                    "What a recording may go through",
                    GtzanCorpus.SOURCE + ", test part",
                    List.of(
                            new Table("Each change by itself", Effect.HEADER, effects),
                            new Text("How to read it", READING.formatted(model.version()))));
        }
    }

    private static List<List<String>> effects(List<TrackFiles> tracks, SegmentFrontEnd frontEnd, GenreModel model)
            throws IOException {
        var sounds = new ArrayList<Audio>();
        var clean = new ArrayList<Prediction>();
        for (var track : tracks) {
            var audio = longest(track.recordings(), frontEnd.sampleRateHz());
            sounds.add(audio);
            clean.add(predict(track, audio, frontEnd, model));
        }
        var rows = new ArrayList<List<String>>();
        for (var change : Change.values()) {
            var before = new ArrayList<Prediction>();
            var after = new ArrayList<Prediction>();
            for (int i = 0; i < tracks.size(); i++) {
                if (change.suits(sounds.get(i))) {
                    before.add(clean.get(i));
                    after.add(predict(tracks.get(i), change.of(sounds.get(i)), frontEnd, model));
                }
            }
            if (!before.isEmpty()) {
                rows.add(new Effect(change.words(), model.classes(), before, after).row());
            }
        }
        return rows;
    }

    private static Audio longest(List<Path> recordings, int rateHz) throws IOException {
        var longest = new Audio(new float[0], rateHz);
        for (var recording : recordings) {
            try {
                var audio = new AudioDecoder(new DecodeLimits(Duration.ofMinutes(2)))
                        .decode(recording, rateHz)
                        .audio();
                longest = audio.samples().length > longest.samples().length ? audio : longest;
            } catch (UndecodableException e) {
                throw new IOException("cannot decode " + recording, e);
            }
        }
        return longest;
    }

    private static Prediction predict(TrackFiles track, Audio audio, SegmentFrontEnd frontEnd, GenreModel model)
            throws IOException {
        try {
            var segments =
                    frontEnd.segments(audio).stream().map(Segment::values).toArray(float[][]::new);
            var example = Example.ofClass(
                    track.id(),
                    new float[0],
                    model.classes().indexOf(track.genre()),
                    model.classes().size(),
                    Map.of(Grouping.TRACK, track.id()));
            return new Prediction(example, model.predict(segments).posteriors());
        } catch (UnusableAudioException e) {
            throw new IOException(track.id() + " is unusable: " + e.getMessage(), e);
        }
    }
}
