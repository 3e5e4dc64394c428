package io.timbre.signal.frontend;

import io.timbre.signal.Audio;

/** From a whole sound to one array: a sequence of frames, a picture of the track, or a row of descriptors. */
public non-sealed interface TrackFrontEnd extends FrontEnd {
    /** The rate that {@link #transform} wants its samples at. */
    int sampleRateHz();

    /**
     * Transforms a whole track.
     *
     * @throws UnusableAudioException if the track, or what is described of it, is silent or too short; if any sample of it is
     *     not finite
     * @throws IllegalArgumentException if its rate is not {@link #sampleRateHz()}
     */
    Features transform(Audio audio) throws UnusableAudioException;
}
