package io.timbre.explain;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * A file of an answer on its way to a browser. A page is shown with its pictures and players, but may run nothing: what
 * it says came from a stranger's file.
 */
record ServedFile(Path file, String mediaType) {
    private static final String HARMLESS =
            "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'";
    /** The same question of the same model has the same answer. */
    private static final String KEPT = "private, max-age=86400";

    /** @param range as in the request's header; more than one are answered with the whole */
    Response response(Optional<String> range) {
        var bytes = bytes();
        var part = range.flatMap(header -> ByteRange.of(header, bytes.length));
        var response = part.map(wanted -> partial(wanted, bytes))
                .orElseGet(() -> range.filter(ByteRange::isOne).isPresent()
                        ? Response.status(416).header("Content-Range", "bytes */" + bytes.length)
                        : Response.ok(bytes));
        return response.header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header("Accept-Ranges", "bytes")
                .header("Content-Security-Policy", HARMLESS)
                .header(HttpHeaders.CACHE_CONTROL, KEPT)
                .build();
    }

    private static Response.ResponseBuilder partial(ByteRange wanted, byte[] bytes) {
        return Response.status(206)
                .header("Content-Range", "bytes %d-%d/%d".formatted(wanted.first(), wanted.last(), bytes.length))
                .entity(Arrays.copyOfRange(bytes, wanted.first(), wanted.last() + 1));
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
