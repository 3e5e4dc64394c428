package io.timbre.explain.subject;

import java.util.List;

/** A track whose classification is to be explained, as the model saw it. */
public sealed interface Subject permits Recording, Piece {

    /** What the model was fed, in the order of time: an array of its input shape a segment. */
    List<float[]> inputs();
}
