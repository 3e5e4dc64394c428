package io.timbre.signal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a front end's numbers by what they depend on. */
final class Fingerprint {
    private Fingerprint() {}

    /**
     * SHA-256 in hex of the front end's name, the version of its numbers, and its parameters.
     *
     * @param numbersVersion raised by hand when the code, or decoding and resampling before it, comes to give other
     *     numbers for the same parameters
     * @param parameters a record, whose text has the name and value of every component
     */
    static String of(String name, int numbersVersion, Record parameters) {
        String canonical = name + "/" + numbersVersion + " " + parameters;
        return HexFormat.of().formatHex(sha256().digest(canonical.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
