package io.timbre.trainer.data;

import io.timbre.signal.Audio;
import io.timbre.signal.codec.AudioDecoder;
import io.timbre.signal.codec.DecodeLimits;
import io.timbre.signal.codec.UndecodableException;
import io.timbre.signal.resample.Resampling;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * GTZAN's recordings, each decoded once: a study hears the same ones with many front ends.
 *
 * <p>No more than the first 15 s are heard, so that a recording's length, which differs, gives no genre more segments.
 * Sounds are kept at GTZAN's own rate until they take 256 MiB, which all recordings of 15 s and all clips do not; what
 * comes after is decoded each time. Fingerprints are kept of all.
 */
public final class GtzanSounds {

    private static final int SAMPLE_RATE_HZ = 22_050;
    private static final int HEARD_SECONDS = 15;
    private static final long MOST_SAMPLES = (256L << 20) / Float.BYTES;
    private static final DecodeLimits LIMITS = new DecodeLimits(Duration.ofMinutes(2));

    private final Path data;
    private final long mostSamples;
    private final Map<Path, Audio> sounds = new HashMap<>();
    private final Map<Path, AudioFingerprint> fingerprints = new HashMap<>();
    private long samples;

    private GtzanSounds(Path data, long mostSamples) {
        this.data = data;
        this.mostSamples = mostSamples;
    }

    /** Those below a data folder; nothing is read yet. */
    public static GtzanSounds in(Path data) {
        return new GtzanSounds(data, MOST_SAMPLES);
    }

    /** Likewise, keeping no more than so many samples. */
    static GtzanSounds in(Path data, long mostSamples) {
        return new GtzanSounds(data, mostSamples);
    }

    Path data() {
        return data;
    }

    /**
     * The first 15 s of a recording.
     *
     * @throws IOException if the file cannot be read or decoded
     */
    Audio heard(Path file, int sampleRateHz) throws IOException {
        return Resampling.toRate(decoded(file), sampleRateHz);
    }

    /**
     * What the first 15 s of a recording are recognised by, whatever front end hears them.
     *
     * @throws IOException if the file cannot be read or decoded
     */
    AudioFingerprint fingerprint(Path file) throws IOException {
        var known = fingerprints.get(file);
        if (known != null) {
            return known;
        }
        var fingerprint = AudioFingerprint.of(decoded(file));
        fingerprints.put(file, fingerprint);
        return fingerprint;
    }

    private Audio decoded(Path file) throws IOException {
        var known = sounds.get(file);
        if (known != null) {
            return known;
        }
        var sound = decode(file);
        if (samples + sound.samples().length <= mostSamples) {
            sounds.put(file, sound);
            samples += sound.samples().length;
        }
        return sound;
    }

    private static Audio decode(Path file) throws IOException {
        try {
            var all = new AudioDecoder(LIMITS)
                    .decode(file, SAMPLE_RATE_HZ)
                    .audio()
                    .samples();
            return new Audio(Arrays.copyOf(all, Math.min(all.length, HEARD_SECONDS * SAMPLE_RATE_HZ)), SAMPLE_RATE_HZ);
        } catch (UndecodableException e) {
            throw new IOException("cannot decode " + file + ": " + e.getMessage(), e);
        }
    }
}
