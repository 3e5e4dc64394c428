package io.timbre.explain.counterfactual;

import io.timbre.explain.answer.Answer;
import io.timbre.explain.answer.Artifact;
import io.timbre.explain.answer.Progress;
import io.timbre.explain.counterfactual.Found.Wording;
import io.timbre.explain.counterfactual.Search.Pace;
import io.timbre.explain.subject.Recording;
import io.timbre.signal.Audio;
import java.util.ArrayList;
import java.util.List;

/**
 * A recording whose spectrogram was changed until its label flipped, first as the model sees it and then, if it takes more,
 * until the flip holds in the sound.
 *
 * @param made the change, dB a cell
 * @param altered what the model is fed of the sound as heard from its file; of a silent file, what it would be fed
 */
@SuppressWarnings("ArrayRecordComponent") // read and never compared
record AlteredRecording(Recording original, float[][] made, Audio sound, List<float[]> altered, Found found) {

    /** Changes of more than 24 dB would leave nothing of the track. */
    private static final Pace PACE = new Pace(0.2, 24, 0.005, 100);

    private static final double NOTICED_DECIBELS = 1;
    private static final Wording WORDING = new Wording("dB", "WAV", "cells by more than 1 dB");

    static AlteredRecording of(Recording recording, Aim aim, Standing before, Progress progress) {
        var spectra = Spectra.of(recording);
        var sound = new Sound(recording, spectra);
        var shape = recording.frontEnd().segmentShape();
        var search = new Search(aim, PACE, recording.segments().size(), shape[0] * shape[1]);
        boolean flips = search.run(spectra, change -> true, progress.part(0, 0.4));
        int inputSteps = search.iterations();
        var input = Standing.of(aim.model(), spectra.inputs(search.change()));
        var rehearing = new Rehearing(recording.frontEnd());
        if (flips) {
            search.run(
                    sound,
                    change -> rehearing
                            .of(sound.audio(change))
                            .filter(heard -> standing(aim, heard).is(aim.genre()))
                            .isPresent(),
                    progress.part(0.4, 0.8));
        }
        var heard = rehearing.of(sound.audio(search.change()));
        var found = new Found(
                aim,
                before,
                input,
                inputSteps,
                heard.map(it -> standing(aim, it)),
                search.iterations(),
                Size.of(sound.made(search.change()), NOTICED_DECIBELS),
                RandomChanges.flips(aim, sound, search.change()),
                WORDING);
        progress.at(0.9);
        return new AlteredRecording(
                recording,
                sound.made(search.change()),
                sound.audio(search.change()),
                heard.map(Recording::inputs).orElseGet(() -> sound.inputs(search.change())),
                found);
    }

    private static Standing standing(Aim aim, Recording heard) {
        return Standing.of(aim.model(), heard.inputs());
    }

    Answer answer() {
        var words = new ArrayList<>(found.words());
        words.add(new Tilt(original.frontEnd().bandCentresHz(), made).words());
        var pictures = new SpectrumPictures(original, altered, made);
        return new Answer(
                words,
                found.findings(),
                found.quality(),
                List.of(
                        pictures.asItIs(),
                        pictures.asHeardNow(),
                        pictures.delta(),
                        Artifact.wav("original.wav", original.audio()),
                        Artifact.wav("altered.wav", sound)));
    }
}
