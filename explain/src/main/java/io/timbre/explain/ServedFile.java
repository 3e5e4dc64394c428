package io.timbre.explain;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.resteasy.reactive.PathPart;

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
        int length = length();
        var part = range.flatMap(header -> ByteRange.of(header, length));
        if (part.isEmpty() && range.filter(ByteRange::isOne).isPresent()) {
            return outside(length);
        }
        return part.map(wanted -> partial(wanted, length))
                .orElseGet(() -> Response.ok(file))
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header("Accept-Ranges", "bytes")
                .header("Content-Security-Policy", HARMLESS)
                .header(HttpHeaders.CACHE_CONTROL, KEPT)
                .build();
    }

    private Response.ResponseBuilder partial(ByteRange wanted, int length) {
        return Response.status(206)
                .header("Content-Range", "bytes %d-%d/%d".formatted(wanted.first(), wanted.last(), length))
                .entity(new PathPart(file, wanted.first(), wanted.last() - wanted.first() + 1));
    }

    private static Response outside(int length) {
        var problem = Problem.of(
                416, "No such range", "The file has " + length + " bytes.", "Ask for a range within them, or for all.");
        return Response.fromResponse(problem.response())
                .header("Content-Range", "bytes */" + length)
                .build();
    }

    private int length() {
        try {
            return Math.toIntExact(Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
