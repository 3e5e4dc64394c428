package io.timbre.schemas;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * Where the object store is, as settings say.
 *
 * <p>Region and credentials of S3 are the AWS SDK's own settings, {@code AWS_REGION}, {@code AWS_ACCESS_KEY_ID} and their
 * like, or the role of the machine.
 *
 * @param name {@code timbre.object-store}: a folder, or {@code s3://bucket/prefix}
 * @param s3Endpoint {@code timbre.object-store.s3.endpoint}, for another S3 than Amazon's: its buckets are paths, not names
 *     of hosts
 */
public record StoreLocation(String name, Optional<URI> s3Endpoint) {
    private static final String S3 = "s3://";
    private static final long CACHE_BYTES = 1L << 30;
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"), "timbre-objects");

    /**
     * The store, made where it is a folder that is not there: for whoever writes.
     *
     * @throws IllegalArgumentException if the name is neither
     * @throws java.io.UncheckedIOException if the folder cannot be made
     */
    public ObjectStore create() {
        return create(TEMPORARY);
    }

    /** @param temporary folder of this machine for copies and uploads under way, where the store is a bucket */
    ObjectStore create(Path temporary) {
        return name.startsWith(S3) ? s3(temporary) : ObjectStore.create(Path.of(name));
    }

    /**
     * The store that somebody else makes.
     *
     * @throws IllegalArgumentException if the name is neither a folder nor a bucket
     */
    public ObjectStore open() {
        return name.startsWith(S3) ? s3(TEMPORARY) : ObjectStore.at(Path.of(name));
    }

    private ObjectStore s3(Path temporary) {
        var bucketAndPrefix = name.substring(S3.length()).split("/", 2);
        if (bucketAndPrefix[0].isEmpty()) {
            throw new IllegalArgumentException(
                    "timbre.object-store must name a bucket, s3://bucket/prefix: was " + name);
        }
        var prefix = bucketAndPrefix.length == 1 ? "" : bucketAndPrefix[1].replaceAll("/*$", "");
        return new S3Store(client(), bucketAndPrefix[0], prefix.isEmpty() ? "" : prefix + "/", temporary, CACHE_BYTES);
    }

    private S3Client client() {
        var builder = S3Client.builder().httpClientBuilder(UrlConnectionHttpClient.builder());
        s3Endpoint.ifPresent(endpoint -> elsewhere(builder, endpoint));
        return builder.build();
    }

    /** Stores of other makers know no region, as a rule, nor all of Amazon's newer checksums. */
    private static void elsewhere(S3ClientBuilder builder, URI endpoint) {
        builder.endpointOverride(endpoint)
                .forcePathStyle(true)
                .region(Region.of(SdkSystemSetting.AWS_REGION.getStringValue().orElse("us-east-1")))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
    }
}
