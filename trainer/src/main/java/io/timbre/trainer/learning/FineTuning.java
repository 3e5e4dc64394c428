package io.timbre.trainer.learning;

import io.timbre.networks.engine.Placement;
import io.timbre.networks.model.Checkpoint;
import io.timbre.signal.frontend.LinearLevels;
import io.timbre.trainer.champion.Corpus;
import io.timbre.trainer.champion.GenreTrainer;
import io.timbre.trainer.champion.Strip;
import io.timbre.trainer.champion.TrainingSettings;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.fit.FitListener;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Goes on where the parent's training ended, gently, with segments as features has them. */
final class FineTuning implements Teacher {
    private final TrainingSettings settings;
    private final Placement placement;

    /** @param settings but for the seed and the epochs, which each lesson has of its own */
    FineTuning(TrainingSettings settings, Placement placement) {
        this.settings = settings;
        this.placement = placement;
    }

    @Override
    public Checkpoint teach(Checkpoint parent, SplitTracks tracks, Lesson lesson, Path state, Stages stages) {
        var ofLesson = settings.withSeed(lesson.seed()).withEpochs(lesson.epochs());
        return new GenreTrainer(LinearLevels.standard(), ofLesson, what -> listener(lesson, stages))
                .from(parent)
                .on(placement)
                .resumable(state)
                .train(corpus(parent, tracks, lesson));
    }

    private static FitListener listener(Lesson lesson, Stages stages) {
        return epoch -> stages.at("training", Learning.fitted((double) epoch.number() / lesson.epochs()));
    }

    /** The test stays where it is: the checkpoint's own figures are those of the validation. */
    private static Corpus corpus(Checkpoint parent, SplitTracks tracks, Lesson lesson) {
        return new Corpus(
                lesson.source(),
                parent.description().classes(),
                Stream.of(Part.TRAINING, Part.VALIDATION)
                        .flatMap(part -> tracks.of(part).stream().map(track -> track(track, part)))
                        .toList());
    }

    private static Corpus.Track track(LabelledTrack track, Part part) {
        int bands = track.features().getSegmentShape().getFirst();
        List<Strip> strips = track.segments().stream()
                .map(segment -> new Strip(segment, bands))
                .toList();
        return new Corpus.Track(track.id(), track.circle(), track.label(), part, strips);
    }
}
