package io.timbre.ingest;

import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import io.timbre.schemas.TrackIds;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.streams.WriteStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A file that hashes what is written to it on the way, so that an upload is never whole in memory and never read
 * twice. Fails with a {@link RejectedException} at the first byte beyond the limit.
 */
final class HashingFile implements WriteStream<Buffer> {
    private final AsyncFile file;
    private final long maxBytes;
    private final MessageDigest digest = TrackIds.sha256();
    private long bytes;

    HashingFile(AsyncFile file, long maxBytes) {
        this.file = file;
        this.maxBytes = maxBytes;
    }

    /** Bytes written so far. */
    long bytes() {
        return bytes;
    }

    /** SHA-256 of everything written; to be asked once, at the end. */
    String trackId() {
        return TrackIds.of(digest);
    }

    @Override
    public Future<Void> write(Buffer data) {
        bytes += data.length();
        if (bytes > maxBytes) {
            return Future.failedFuture(
                    new RejectedException(Reason.TOO_LARGE, "the upload is larger than " + maxBytes + " bytes"));
        }
        digest.update(data.getByteBuf().nioBuffer());
        return file.write(data);
    }

    @Override
    public void write(Buffer data, @Nullable Handler<AsyncResult<Void>> handler) {
        var written = write(data);
        if (handler != null) {
            written.onComplete(handler);
        }
    }

    @Override
    public void end(@Nullable Handler<AsyncResult<Void>> handler) {
        file.end(handler);
    }

    @Override
    public WriteStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        file.exceptionHandler(handler);
        return this;
    }

    @Override
    public WriteStream<Buffer> setWriteQueueMaxSize(int maxSize) {
        file.setWriteQueueMaxSize(maxSize);
        return this;
    }

    /** Beyond the limit the file is closed and can no longer be asked, while the last bytes still arrive. */
    @Override
    public boolean writeQueueFull() {
        return bytes <= maxBytes && file.writeQueueFull();
    }

    @Override
    public WriteStream<Buffer> drainHandler(@Nullable Handler<Void> handler) {
        file.drainHandler(handler);
        return this;
    }
}
