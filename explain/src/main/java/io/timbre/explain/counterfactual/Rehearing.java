package io.timbre.explain.counterfactual;

import io.timbre.explain.answer.Artifact;
import io.timbre.explain.subject.Recording;
import io.timbre.signal.Audio;
import io.timbre.signal.codec.AudioDecoder;
import io.timbre.signal.codec.DecodeLimits;
import io.timbre.signal.codec.UndecodableException;
import io.timbre.signal.frontend.AudibleFrontEnd;
import io.timbre.signal.frontend.UnusableAudioException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;

/** Hears a sound as anybody will who is given its file: written as WAV, of 16 bits, decoded, and cut into segments. */
record Rehearing(AudibleFrontEnd frontEnd) {

    /** Empty if the sound has become too quiet to be heard. */
    Optional<Recording> of(Audio audio) {
        try {
            var file = Files.createTempFile("timbre-altered", ".wav");
            try {
                Files.write(file, Artifact.wav("altered.wav", audio).bytes());
                var decoder = new AudioDecoder(new DecodeLimits(longerThan(audio)));
                return Optional.of(Recording.of(
                        decoder.decode(file, frontEnd.sampleRateHz()).audio(), frontEnd));
            } finally {
                Files.delete(file);
            }
        } catch (UnusableAudioException e) {
            return Optional.empty();
        } catch (UndecodableException e) {
            throw new IllegalStateException("a WAV file of our own cannot be decoded", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Duration longerThan(Audio audio) {
        return Duration.ofSeconds(1 + audio.samples().length / audio.sampleRateHz());
    }
}
