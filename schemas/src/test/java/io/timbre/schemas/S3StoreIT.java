package io.timbre.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store in a bucket of a real server of S3's protocol. */
class S3StoreIT extends ObjectStoreContract {
    private static RealS3 s3;

    @TempDir
    private Path folder;

    private String name;
    private ObjectStore store;

    @BeforeAll
    static void start() throws Exception {
        s3 = RealS3.start();
    }

    @AfterAll
    static void stop() throws Exception {
        s3.close();
    }

    @BeforeEach
    void bucket() {
        name = "s3://" + s3.newBucket() + "/catalogue";
        store = at(name);
    }

    private ObjectStore at(String where) {
        return new StoreLocation(where, Optional.of(s3.endpoint())).create(folder);
    }

    @Override
    ObjectStore store() {
        return store;
    }

    @Override
    ObjectStore away() {
        return at("s3://no-such-bucket/catalogue");
    }

    @Test
    void prefixesOfOneBucketAreStoresOfTheirOwn() throws IOException {
        store.store("object:models/a.zip", "ours".getBytes(UTF_8));

        assertThat(at(name + "/").find("object:models/a.zip")).contains("ours".getBytes(UTF_8));
        assertThat(at(name + "/other").find("object:models/a.zip")).isEmpty();
        var whole = name.substring(0, name.lastIndexOf('/'));
        assertThat(at(whole).find("object:catalogue/models/a.zip")).contains("ours".getBytes(UTF_8));
    }

    @Test
    void whatIsAskedForTwiceIsCopiedOnce() throws IOException {
        store.store("object:audio/01/x", "sound".getBytes(UTF_8));

        var first = store.require("object:audio/01/x");
        assertThat(store.require("object:audio/01/x")).isEqualTo(first);
        assertThat(Files.list(first.getParent())).hasSize(1);
    }

    @Test
    void aBucketMustBeNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> at("s3:///prefix"))
                .withMessage("timbre.object-store must name a bucket, s3://bucket/prefix: was s3:///prefix");
    }
}
