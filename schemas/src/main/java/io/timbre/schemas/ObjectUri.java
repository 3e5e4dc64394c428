package io.timbre.schemas;

import java.nio.file.Path;

/** What points into an {@link ObjectStore}: {@code object:<key>}, the key a path below the store. */
final class ObjectUri {
    private static final String SCHEME = "object:";

    private ObjectUri() {}

    /** Of the audio of a track. */
    static String ofAudio(String trackId) {
        return SCHEME + "audio/" + trackId.substring(0, 2) + "/" + trackId;
    }

    /**
     * The key, without detours.
     *
     * @throws IllegalArgumentException if the URI is of another kind, or leads outside the store
     */
    static String key(String uri) {
        if (!uri.startsWith(SCHEME)) {
            throw new IllegalArgumentException("object URI must start with " + SCHEME + ": was " + uri);
        }
        var path = Path.of(uri.substring(SCHEME.length())).normalize();
        var key = path.toString();
        if (path.isAbsolute() || key.isEmpty() || path.startsWith("..")) {
            throw new IllegalArgumentException("object URI must stay inside the store: was " + uri);
        }
        return key;
    }

    /**
     * The key of a URI that a record carries.
     *
     * @throws RejectedException if there is none
     */
    static String keyOrReject(String uri) {
        try {
            return key(uri);
        } catch (IllegalArgumentException e) {
            throw new RejectedException(Reason.MALFORMED_RECORD, String.valueOf(e.getMessage()), e);
        }
    }

    /** @throws RejectedException if the bytes are others */
    static byte[] requireHash(String uri, byte[] bytes, String sha256) {
        var digest = TrackIds.sha256();
        digest.update(bytes);
        var found = TrackIds.of(digest);
        if (!found.equals(sha256)) {
            throw new RejectedException(
                    Reason.DAMAGED_OBJECT, "SHA-256 of " + uri + " must be " + sha256 + ": was " + found);
        }
        return bytes;
    }
}
