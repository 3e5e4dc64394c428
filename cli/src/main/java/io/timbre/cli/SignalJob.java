package io.timbre.cli;

import java.nio.file.Path;

/**
 * A task and its input.
 *
 * @param input a recording, or little-endian floats in a file that ends in {@code .f32}
 * @param sampleRateHz of the samples that the task begins with or, of a recording, decodes it to
 * @param description of both, for people
 * @param seconds of sound
 */
record SignalJob(SignalTask task, Path input, int sampleRateHz, String description, double seconds) {}
