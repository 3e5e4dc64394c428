package io.timbre.cli;

import io.timbre.signal.AudioEncoder;
import io.timbre.signal.AudioFormat;
import io.timbre.signal.Melody;
import io.timbre.signal.Synthesizer;
import java.io.IOException;
import java.nio.file.Path;

/** Music of our own making: seeded, so that the same seed is the same file. */
final class Recordings {
    private static final int SAMPLE_RATE_HZ = 22_050;
    private static final Synthesizer SYNTHESIZER = new Synthesizer(SAMPLE_RATE_HZ);

    private Recordings() {}

    static Path record(Path folder, long seed, double seconds, AudioFormat format) throws IOException {
        var file = folder.resolve("tune-" + seed + "." + format.extension());
        AudioEncoder.encode(SYNTHESIZER.render(Melody.compose(seed, seconds)), format, file);
        return file;
    }
}
