package io.timbre.signal.frontend;

import io.timbre.signal.score.Score;

/** From a score to one array. */
public non-sealed interface ScoreFrontEnd extends FrontEnd {
    /**
     * Transforms a whole score.
     *
     * @throws UnusableAudioException if the score has too few notes
     */
    Features transform(Score score) throws UnusableAudioException;
}
