package io.timbre.explain.counterfactual;

import io.timbre.explain.subject.Piece;
import java.util.List;

/** Changes of the pitches that a model reads, in semitones and parts of them: what no piano can play. */
record Pitches(Piece piece, int notes) implements Terrain {

    @Override
    public List<float[]> inputs(float[][] change) {
        var input = piece.input().clone();
        for (int note = 0; note < notes; note++) {
            input[note * columns()] += change[0][note];
        }
        return List.of(input);
    }

    @Override
    public float[][] slopes(float[][] change, List<float[]> inputs, float[][] slopes) {
        var slopesOfNotes = new float[notes];
        for (int note = 0; note < notes; note++) {
            slopesOfNotes[note] = slopes[0][note * columns()];
        }
        return new float[][] {slopesOfNotes};
    }

    @Override
    public float[][] made(float[][] change) {
        return change;
    }

    private int columns() {
        return piece.input().length / notes;
    }
}
