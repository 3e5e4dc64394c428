package io.timbre.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Track ids are the SHA-256 of the uploaded bytes; ids of derived records are hashes of what they derive from. */
public final class TrackIds {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    private TrackIds() {}

    /** A fresh SHA-256, to be fed the uploaded bytes as they pass. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The finished digest as an id: 64 lower-case hexadecimal digits. */
    public static String of(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The id that a recording has once it is uploaded. */
    public static String of(Path recording) throws IOException {
        var digest = sha256();
        try (var sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(recording, sink);
        }
        return of(digest);
    }

    public static boolean isTrackId(@Nullable String text) {
        return text != null && ID.matcher(text).matches();
    }

    /** @throws RejectedException if a record that says it is of a track does not stand under that track's id */
    public static void requireKey(@Nullable String key, String trackId) {
        if (!isTrackId(trackId) || !trackId.equals(key)) {
            throw new RejectedException(
                    Reason.MALFORMED_RECORD, "the key must be the track id: was " + key + " for " + trackId);
        }
    }

    /** Id of a record derived from a track: the same parts give the same id, so that a repeat is recognised. */
    public static String derived(String trackId, String... parts) {
        var digest = sha256();
        digest.update(trackId.getBytes(UTF_8));
        for (var part : parts) {
            digest.update((byte) 0);
            digest.update(part.getBytes(UTF_8));
        }
        return of(digest);
    }
}
