package io.timbre.signal.codec;

/**
 * What a file held, besides the samples themselves.
 *
 * @param durationSeconds how long it sounds
 * @param codec FFmpeg's name of the decoder that read it, such as {@code mp3float} or {@code flac}
 * @param sourceSampleRateHz sample rate inside the file
 * @param sourceChannels channels inside the file, before their mean was taken
 */
public record DecodedTrack(double durationSeconds, String codec, int sourceSampleRateHz, int sourceChannels) {}
