package io.timbre.signal.codec;

import io.timbre.signal.Audio;

/**
 * What a file held, mixed down to one channel and resampled.
 *
 * @param codec FFmpeg's name of the decoder that read it, such as {@code mp3float} or {@code flac}
 * @param sourceSampleRateHz sample rate inside the file
 * @param sourceChannels channels inside the file, before their mean was taken
 */
public record DecodedAudio(Audio audio, String codec, int sourceSampleRateHz, int sourceChannels) {}
