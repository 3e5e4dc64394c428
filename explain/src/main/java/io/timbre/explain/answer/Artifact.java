package io.timbre.explain.answer;

import io.timbre.signal.Audio;
import io.timbre.signal.codec.AudioEncoder;
import io.timbre.signal.codec.AudioFormat;
import io.timbre.signal.picture.Png;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A picture, a sound or a text that belongs to an answer.
 *
 * @param name a file name, such as {@code saliency.png}, and no other artefact's of the answer
 */
@SuppressWarnings("ArrayRecordComponent") // written once and never compared
public record Artifact(String name, String mediaType, byte[] bytes) {

    /** Where a PNG file says how wide it is; how high stands behind that. */
    private static final int PNG_WIDTH = 16;

    private static final int PNG_HEADER = PNG_WIDTH + 2 * Integer.BYTES;

    public Artifact {
        if (!name.matches("[a-z0-9][a-z0-9.-]*")) {
            throw new IllegalArgumentException("name must be a plain file name in lower case: was " + name);
        }
    }

    public static Artifact png(String name, BufferedImage picture) {
        return new Artifact(name, "image/png", Png.encode(picture));
    }

    /** Width and height of a picture, in pixels; empty if this is none. */
    public Optional<Dimension> pixels() {
        return mediaType.equals("image/png") && bytes.length >= PNG_HEADER
                ? Optional.of(new Dimension(
                        ByteBuffer.wrap(bytes).getInt(PNG_WIDTH),
                        ByteBuffer.wrap(bytes).getInt(PNG_WIDTH + Integer.BYTES)))
                : Optional.empty();
    }

    /** A sound of 16 bits: what is louder than full scale is made quieter as a whole, so that nothing is clipped. */
    public static Artifact wav(String name, Audio audio) {
        return new Artifact(name, "audio/wav", AudioEncoder.encode(withinFullScale(audio), AudioFormat.WAV));
    }

    private static Audio withinFullScale(Audio audio) {
        float peak = 1;
        for (float sample : audio.samples()) {
            peak = Math.max(peak, Math.abs(sample));
        }
        var samples = audio.samples().clone();
        for (int i = 0; i < samples.length; i++) {
            samples[i] /= peak;
        }
        return new Audio(samples, audio.sampleRateHz());
    }

    public static Artifact midi(String name, byte[] bytes) {
        return new Artifact(name, "audio/midi", bytes);
    }

    public static Artifact html(String name, String page) {
        return new Artifact(name, "text/html", page.getBytes(StandardCharsets.UTF_8));
    }
}
