package io.timbre.trainer.experiment.stephen;

import ai.djl.ndarray.types.Shape;
import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.MidiGenres;

/** What a network is told of each of the hundred notes. */
enum NoteInput {
    /** The MIDI number, 0 to 127, as it stands: Stephen's. */
    PITCH("pitches", 1) {
        @Override
        void write(float[] notes, int note, float[] row, int start) {
            row[start] = notes[note * COLUMNS];
        }
    },
    /** Pitch, and the logarithms of step and duration. */
    TIMED("pitches and times", 3) {
        @Override
        void write(float[] notes, int note, float[] row, int start) {
            row[start] = notes[note * COLUMNS];
            row[start + 1] = logarithm(notes[note * COLUMNS + 1]);
            row[start + 2] = logarithm(notes[note * COLUMNS + 2]);
        }
    },
    /** The same, the interval to the note before, and which of the twelve pitch classes it is. */
    DETAILED("pitches, times, intervals and pitch classes", 4 + NoteInput.PITCH_CLASSES) {
        @Override
        void write(float[] notes, int note, float[] row, int start) {
            TIMED.write(notes, note, row, start);
            int pitch = (int) notes[note * COLUMNS];
            row[start + 3] = note == 0 ? 0 : pitch - notes[(note - 1) * COLUMNS];
            row[start + 4 + pitch % PITCH_CLASSES] = 1;
        }
    };

    private static final int PITCH_CLASSES = 12;
    private static final int COLUMNS = (int) MidiGenres.NOTES.get(1);
    /** Notes of a chord are 0 s apart; 20 ms is what people still hear as one. */
    private static final double LEAST_SECONDS = 0.02;

    private final String words;
    private final int width;

    NoteInput(String words, int width) {
        this.words = words;
        this.width = width;
    }

    /** For reports. */
    String words() {
        return words;
    }

    /** Of one example: notes, numbers a note. */
    Shape shape() {
        return new Shape(MidiGenres.NOTES.get(0), width);
    }

    /** The same pieces, told in this way, in the same order. */
    Dataset of(Dataset dataset) {
        var examples = dataset.examples().stream().map(this::told).toList();
        return new Dataset(dataset.source(), shape(), dataset.classes(), examples);
    }

    private Example told(Example example) {
        int notes = (int) MidiGenres.NOTES.get(0);
        var values = new float[notes * width];
        for (int note = 0; note < notes; note++) {
            write(example.input(), note, values, note * width);
        }
        return new Example(example.id(), values, example.targets(), example.weights(), example.groups());
    }

    abstract void write(float[] notes, int note, float[] row, int start);

    private static float logarithm(float seconds) {
        return (float) Math.log(seconds + LEAST_SECONDS);
    }
}
