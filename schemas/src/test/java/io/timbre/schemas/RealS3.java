package io.timbre.schemas;

import java.net.URI;
import java.util.Properties;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;

/** A server that speaks S3's protocol, in this JVM, its objects in memory; checks signatures. */
final class RealS3 implements AutoCloseable {
    private static final String IDENTITY = "timbre";
    private static final String SECRET = "secret-of-the-test";

    private final BlobStoreContext blobs;
    private final S3Proxy server;
    private int buckets;

    private RealS3(BlobStoreContext blobs, S3Proxy server) {
        this.blobs = blobs;
        this.server = server;
    }

    /** Also sets what the AWS SDK of this JVM signs with. */
    static RealS3 start() throws Exception {
        System.setProperty("aws.accessKeyId", IDENTITY);
        System.setProperty("aws.secretAccessKey", SECRET);
        var blobs = ContextBuilder.newBuilder("transient")
                .credentials(IDENTITY, SECRET)
                .overrides(new Properties())
                .build(BlobStoreContext.class);
        var server = S3Proxy.builder()
                .blobStore(blobs.getBlobStore())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, IDENTITY, SECRET)
                .build();
        server.start();
        return new RealS3(blobs, server);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    String newBucket() {
        var bucket = "bucket-" + ++buckets;
        blobs.getBlobStore().createContainerInLocation(null, bucket);
        return bucket;
    }

    @Override
    public void close() throws Exception {
        server.stop();
        blobs.close();
    }
}
