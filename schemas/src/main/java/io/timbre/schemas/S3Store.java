package io.timbre.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * A store in a bucket of S3, below a prefix. S3 itself shows an object whole or not at all. Who needs a file gets a copy in
 * a {@link FileCache}, of the bytes that lie there now: their entity tag is asked for each time.
 */
final class S3Store implements ObjectStore {
    private final S3Client s3;
    private final String bucket;
    private final String prefix;
    private final FileCache cache;
    private final Path incoming;

    /**
     * @param prefix of all keys; empty, or with a slash at its end
     * @param folder of this machine for copies and uploads under way; made where there is none
     */
    S3Store(S3Client s3, String bucket, String prefix, Path folder, long cacheBytes) {
        this.s3 = s3;
        this.bucket = bucket;
        this.prefix = prefix;
        this.cache = new FileCache(folder.resolve("copies"), cacheBytes);
        this.incoming = folder.resolve("incoming");
    }

    @Override
    public Path require(String uri) {
        var key = prefix + ObjectUri.keyOrReject(uri);
        try {
            var head = s3.headObject(request -> request.bucket(bucket).key(key));
            return cache.file(
                    name(key, head),
                    target -> s3.getObject(
                            request -> request.bucket(bucket).key(key).ifMatch(head.eTag()), target));
        } catch (NoSuchKeyException e) {
            requireBucket();
            throw new RejectedException(Reason.MISSING_OBJECT, "nothing lies at " + uri, e);
        } catch (SdkException e) {
            throw away(e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + uri, e);
        }
    }

    /** The same bytes have the same name. */
    private static String name(String key, HeadObjectResponse head) {
        var digest = TrackIds.sha256();
        digest.update((key + "\n" + head.eTag()).getBytes(UTF_8));
        return TrackIds.of(digest);
    }

    @Override
    public Optional<byte[]> find(String uri) {
        return get(prefix + ObjectUri.key(uri));
    }

    @Override
    public byte[] read(String uri, String sha256) {
        var bytes = get(prefix + ObjectUri.keyOrReject(uri))
                .orElseThrow(() -> new RejectedException(Reason.MISSING_OBJECT, "nothing lies at " + uri));
        return ObjectUri.requireHash(uri, bytes, sha256);
    }

    private Optional<byte[]> get(String key) {
        try {
            return Optional.of(
                    s3.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                            .asByteArray());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw away(e);
        }
    }

    /** A request for the head of an object has no body that could tell a missing bucket from a missing object. */
    private void requireBucket() {
        try {
            s3.headBucket(request -> request.bucket(bucket));
        } catch (SdkException e) {
            throw away(e);
        }
    }

    private UncheckedIOException away(SdkException failure) {
        return new UncheckedIOException(unreachable(failure));
    }

    private IOException unreachable(SdkException failure) {
        return new IOException("cannot reach the object store at s3://" + bucket + "/" + prefix, failure);
    }

    @Override
    public Path stage() throws IOException {
        return Files.createTempFile(Files.createDirectories(incoming), "upload-", ".part");
    }

    @Override
    public String storeAudio(Path staged, String trackId) throws IOException {
        var uri = ObjectUri.ofAudio(trackId);
        put(uri, RequestBody.fromFile(staged));
        Files.delete(staged);
        return uri;
    }

    @Override
    public void store(String uri, byte[] bytes) throws IOException {
        put(uri, RequestBody.fromBytes(bytes));
    }

    private void put(String uri, RequestBody body) throws IOException {
        var key = prefix + ObjectUri.key(uri);
        try {
            s3.putObject(request -> request.bucket(bucket).key(key), body);
        } catch (SdkException e) {
            throw unreachable(e);
        }
    }

    @Override
    public void delete(String uri) throws IOException {
        var key = prefix + ObjectUri.key(uri);
        try {
            s3.deleteObject(request -> request.bucket(bucket).key(key));
        } catch (SdkException e) {
            throw unreachable(e);
        }
    }

    @Override
    public void removeAbandoned(Duration age) throws IOException {
        Abandoned.remove(Files.createDirectories(incoming), age);
    }
}
