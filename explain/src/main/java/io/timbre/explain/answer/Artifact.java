package io.timbre.explain.answer;

import java.nio.charset.StandardCharsets;

/**
 * A picture, a sound or a text that belongs to an answer.
 *
 * @param name a file name, such as {@code saliency.png}, and no other artefact's of the answer
 */
@SuppressWarnings("ArrayRecordComponent") // written once and never compared
public record Artifact(String name, String mediaType, byte[] bytes) {

    public Artifact {
        if (!name.matches("[a-z0-9][a-z0-9.-]*")) {
            throw new IllegalArgumentException("name must be a plain file name in lower case: was " + name);
        }
    }

    public static Artifact png(String name, byte[] bytes) {
        return new Artifact(name, "image/png", bytes);
    }

    public static Artifact wav(String name, byte[] bytes) {
        return new Artifact(name, "audio/wav", bytes);
    }

    public static Artifact midi(String name, byte[] bytes) {
        return new Artifact(name, "audio/midi", bytes);
    }

    public static Artifact html(String name, String page) {
        return new Artifact(name, "text/html", page.getBytes(StandardCharsets.UTF_8));
    }
}
