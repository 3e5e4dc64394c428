package io.timbre.signal.score;

/**
 * One note as it sounds.
 *
 * @param onsetSeconds when it starts, from the start of the score
 * @param durationSeconds until it is released
 * @param pitch MIDI number, 0 to 127; 69 is A4, 440 Hz
 * @param velocity how hard it is struck, 1 to 127
 * @param channel 0 to 15; 9 is percussion, whose pitches name drums
 * @param program General MIDI instrument of the channel when it starts, 0 to 127
 */
public record Note(double onsetSeconds, double durationSeconds, int pitch, int velocity, int channel, int program) {}
