package io.timbre.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.netty.handler.codec.DecoderException;
import io.timbre.ingest.TrackIntake.Description;
import io.timbre.schemas.LabelCheck;
import io.timbre.schemas.NotDurableException;
import io.timbre.schemas.ObjectStore;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import io.timbre.schemas.StageLatency;
import io.timbre.schemas.avro.TrackLabel;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/tracks}: a recording as {@code multipart/form-data}, in a part named {@code file}.
 *
 * <p>The bytes flow from the socket through the hash into the staging area, at the pace of the disk. A plain Vert.x
 * route, because the REST layer would spool the body to a file of its own first and hash it in a second pass.
 */
@Singleton
final class UploadRoute {
    private static final Logger LOG = Logger.getLogger(UploadRoute.class);
    private static final String PATH = "/api/tracks";
    /** What a body may hold beyond the file: boundaries, part headers, the describing fields. */
    private static final long FORM_OVERHEAD_BYTES = 64 * 1024;

    private static final Pattern MULTIPART =
            Pattern.compile("^multipart/form-data;.*boundary=", Pattern.CASE_INSENSITIVE);
    private static final String RETRY_AFTER_SECONDS = "5";

    private final Vertx vertx;
    private final ObjectStore store;
    private final TrackIntake intake;
    private final LabelDesk labels;
    private final long maxBytes;
    private final ObjectMapper json;
    private final MeterRegistry meters;
    private final Timer latency;

    UploadRoute(
            Vertx vertx,
            ObjectStore store,
            TrackIntake intake,
            LabelDesk labels,
            IngestConfig config,
            ObjectMapper json,
            MeterRegistry meters) {
        this.vertx = vertx;
        this.store = store;
        this.intake = intake;
        this.labels = labels;
        this.maxBytes = config.maxUploadBytes();
        this.json = json;
        this.meters = meters;
        this.latency = StageLatency.ACCEPT.timer(meters);
        for (var status : TrackIntake.Status.values()) {
            accepted(code(status));
        }
        for (var reason : Reason.values()) {
            rejected(reason.code());
        }
    }

    private Counter accepted(String status) {
        return Counter.builder("timbre.tracks.accepted")
                .description("Uploads that were taken: accepted, or known before.")
                .tag("status", status)
                .register(meters);
    }

    private Counter rejected(String reason) {
        return Counter.builder("timbre.tracks.rejected")
                .description("Uploads that were turned away for what they are.")
                .tag("reason", reason)
                .register(meters);
    }

    private static String code(TrackIntake.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    void register(@Observes Router router) {
        router.post(PATH).handler(context -> receive(context.request()));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Receipt(
            @JsonProperty("track_id") String trackId,
            String status,
            @Nullable LabelReceipt label) {}

    private void receive(HttpServerRequest request) {
        var began = Timer.start(meters);
        if (!isMultipart(request)) {
            fail(
                    request,
                    new RejectedException(Reason.NO_FILE, "the body must be multipart/form-data with a boundary"));
            return;
        }
        if (declaredLength(request) > maxBytes + FORM_OVERHEAD_BYTES) {
            fail(request, new RejectedException(Reason.TOO_LARGE, "the upload is larger than " + maxBytes + " bytes"));
            return;
        }
        request.setExpectMultipart(true);
        var files = new ArrayList<Future<StagedUpload>>();
        request.uploadHandler(part -> {
            if (files.isEmpty()) {
                files.add(stage(part).onFailure(failure -> fail(request, failure)));
            } else {
                part.handler(surplus -> {});
                fail(request, new RejectedException(Reason.NO_FILE, "one request carries one file"));
            }
        });
        request.end()
                .compose(end -> Future.all(files))
                .compose(all -> accept(request, files))
                .onSuccess(receipt -> {
                    began.stop(latency);
                    answer(request.response(), receipt);
                })
                .onFailure(failure -> {
                    files.forEach(file -> file.onSuccess(this::discard));
                    fail(request, failure);
                });
    }

    private Future<StagedUpload> stage(HttpServerFileUpload part) {
        part.pause();
        return vertx.executeBlocking(store::stage)
                .compose(file -> vertx.fileSystem()
                        .open(file.toString(), new OpenOptions().setRead(false).setTruncateExisting(true))
                        .map(opened -> new HashingFile(opened, maxBytes))
                        .compose(hashing -> part.pipeTo(hashing)
                                .map(piped -> new StagedUpload(
                                        file, hashing.trackId(), hashing.bytes(), plainName(part), mediaType(part))))
                        .onFailure(failure -> vertx.fileSystem().delete(file.toString())));
    }

    private Future<Receipt> accept(HttpServerRequest request, List<Future<StagedUpload>> files) {
        if (request.response().ended()) {
            return Future.failedFuture("the request has been refused already");
        }
        if (files.isEmpty()) {
            return Future.failedFuture(new RejectedException(Reason.NO_FILE, "the form has no file"));
        }
        return vertx.executeBlocking(() -> accept(files.getFirst().result(), request.formAttributes()), false);
    }

    private void discard(StagedUpload upload) {
        vertx.fileSystem().delete(upload.file().toString());
    }

    private Receipt accept(StagedUpload upload, MultiMap attributes) {
        MDC.put("track_id", upload.trackId());
        try {
            var label = label(upload.trackId(), attributes);
            var status = intake.accept(upload, describe(attributes));
            var name = code(status);
            accepted(name).increment();
            LOG.infof("%s %s, %d bytes", name, upload.trackId(), upload.bytes());
            return new Receipt(upload.trackId(), name, label.map(labels::take).orElse(null));
        } finally {
            MDC.remove("track_id");
        }
    }

    /**
     * Checked before the upload is taken, so that a slip of the pen does not leave a track without its label. Forms send
     * fields that nobody filled in.
     */
    private static Optional<TrackLabel> label(String trackId, MultiMap attributes) {
        return Optional.ofNullable(attributes.get("label"))
                .filter(genre -> !genre.isBlank())
                .map(genre -> new LabelBody(genre, null, null, null, attributes.get("artist")).of(trackId))
                .map(LabelCheck::require);
    }

    private static Description describe(MultiMap attributes) {
        return new Description(
                attributes.get("title"),
                attributes.get("artist"),
                attributes.get("album"),
                attributes.get("isrc"),
                attributes.get("mbid"),
                attributes.get("source"));
    }

    private void answer(HttpServerResponse response, Receipt receipt) {
        response.setStatusCode(202).putHeader(HttpHeaders.LOCATION, PATH + "/" + receipt.trackId());
        write(response, "application/json", receipt);
    }

    /** The first failure answers; the connection closes where the rest of the body will not be read. */
    private void fail(HttpServerRequest request, Throwable failure) {
        var response = request.response();
        if (response.ended() || response.closed()) {
            LOG.debugf(failure, "nobody waits for an answer to an upload that failed");
            return;
        }
        var problem = problem(failure);
        var reason = problem.reason();
        if (reason == null) {
            LOG.error("upload failed", failure);
        } else {
            rejected(reason).increment();
        }
        if (problem.status() == 503) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        if (!request.isEnded() && request.version() != HttpVersion.HTTP_2) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        response.setStatusCode(problem.status());
        write(response, Problem.MEDIA_TYPE, problem);
    }

    private static Problem problem(Throwable failure) {
        return switch (failure) {
            case RejectedException rejected ->
                Problem.rejection(
                        rejected.reason() == Reason.TOO_LARGE ? 413 : 400, rejected.reason(), rejected.detail());
            case DecoderException malformed ->
                Problem.rejection(400, Reason.NO_FILE, "the form cannot be read: " + malformed.getMessage());
            case NotDurableException away ->
                Problem.of(
                        503,
                        "Kafka or the schema registry is away",
                        "The upload could not be announced. Nothing is lost: send it again.",
                        "Send the file again in " + RETRY_AFTER_SECONDS + " seconds.");
            default ->
                Problem.of(
                        500,
                        "The upload failed",
                        "The server could not take the upload; its log says why.",
                        "Send the file again; if it fails again, tell the operator.");
        };
    }

    private void write(HttpServerResponse response, String mediaType, Object body) {
        try {
            response.putHeader(HttpHeaders.CONTENT_TYPE, mediaType).end(json.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + body, e);
        }
    }

    private static boolean isMultipart(HttpServerRequest request) {
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && MULTIPART.matcher(type).find();
    }

    private static long declaredLength(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    /** The name without the folders some browsers send along. */
    private static @Nullable String plainName(HttpServerFileUpload part) {
        var name = part.filename();
        return name == null || name.isBlank()
                ? null
                : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static @Nullable String mediaType(HttpServerFileUpload part) {
        var type = part.contentType();
        return type == null || type.isBlank() ? null : type;
    }
}
