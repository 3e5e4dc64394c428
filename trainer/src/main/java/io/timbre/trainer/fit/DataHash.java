package io.timbre.trainer.fit;

import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.Split;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What tells one training's data from another's: a SHA-256 of all that is added, in order. */
public final class DataHash {

    private final MessageDigest digest;

    public DataHash() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** The hash of all that a fit sees of a split. */
    static String of(Split split) {
        var hash = new DataHash();
        hash.add(split.dataset().source());
        hash.add(split.dataset().inputShape().toString());
        split.dataset().classes().forEach(hash::add);
        for (var part : Part.values()) {
            hash.add(part.name());
            split.of(part).forEach(hash::add);
        }
        return hash.hex();
    }

    private void add(Example example) {
        add(example.id());
        add(example.input());
        add(example.targets());
        add(example.weights());
    }

    public void add(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
    }

    public void add(float[] values) {
        var bytes = ByteBuffer.allocate(Float.BYTES * values.length);
        bytes.asFloatBuffer().put(values);
        digest.update(bytes);
    }

    /** The hash of what was added, in hex; to be asked for once. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
