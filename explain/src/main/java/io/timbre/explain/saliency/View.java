package io.timbre.explain.saliency;

import io.timbre.explain.answer.Artifact;
import java.util.List;
import java.util.Map;

/** What a rule found in a track, for people and machines. */
sealed interface View permits PieceView, RecordingView {

    /** The most important sentence first. */
    List<String> words();

    Map<String, Object> facts();

    List<Artifact> artifacts();
}
