package io.timbre.trainer.experiment.robustness;

import io.timbre.signal.Audio;
import io.timbre.signal.codec.AudioDecoder;
import io.timbre.signal.codec.AudioEncoder;
import io.timbre.signal.codec.AudioFormat;
import io.timbre.signal.codec.DecodeLimits;
import io.timbre.signal.codec.UndecodableException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;

/** What happens to a recording before somebody uploads it. */
enum Change {
    MP3("MP3 of 64 kbit/s") {
        @Override
        Audio of(Audio audio) throws IOException {
            return throughAFile(audio, AudioFormat.MP3, ".mp3");
        }
    },
    LOUDER("12 dB louder") {
        @Override
        Audio of(Audio audio) {
            return times(audio, LEVEL);
        }
    },
    QUIETER("12 dB quieter") {
        @Override
        Audio of(Audio audio) throws IOException {
            return throughAFile(times(audio, 1 / LEVEL), AudioFormat.WAV, ".wav");
        }
    },
    CLIPPED("12 dB louder in a file of 16 bits, which clips") {
        @Override
        Audio of(Audio audio) throws IOException {
            return throughAFile(times(audio, LEVEL), AudioFormat.WAV, ".wav");
        }
    };

    private static final float LEVEL = (float) Math.pow(10, 12 / 20.0);
    private static final int BITS_PER_SECOND = 64_000;

    private final String words;

    Change(String words) {
        this.words = words;
    }

    abstract Audio of(Audio audio) throws IOException;

    String words() {
        return words;
    }

    private static Audio times(Audio audio, float factor) {
        var samples = audio.samples().clone();
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= factor;
        }
        return new Audio(samples, audio.sampleRateHz());
    }

    private static Audio throughAFile(Audio audio, AudioFormat format, String suffix) throws IOException {
        var file = Files.createTempFile("timbre-robustness", suffix);
        try {
            AudioEncoder.encode(audio, format, BITS_PER_SECOND, file);
            return new AudioDecoder(new DecodeLimits(Duration.ofMinutes(2)))
                    .decode(file, audio.sampleRateHz())
                    .audio();
        } catch (UndecodableException e) {
            throw new IOException("cannot read what was written: " + format, e);
        } finally {
            Files.delete(file);
        }
    }
}
