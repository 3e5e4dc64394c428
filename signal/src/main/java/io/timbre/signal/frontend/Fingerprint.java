package io.timbre.signal.frontend;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a front end's numbers by what they depend on. */
final class Fingerprint {
    private Fingerprint() {}

    /** SHA-256 in hex of the name, the version of the numbers, and the text of the parameters, which names them all. */
    static String of(FrontEnd frontEnd) {
        String canonical = frontEnd.name() + "/" + frontEnd.numbersVersion() + " " + frontEnd.parameters();
        return HexFormat.of().formatHex(sha256().digest(canonical.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
