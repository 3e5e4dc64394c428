package io.timbre.cli;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.httpproxy.HttpProxy;
import java.util.concurrent.ExecutionException;

/**
 * The one address: passes each request on to the service its {@linkplain Route path} belongs to, bodies streaming both
 * ways, so that uploads and server-sent events flow through. In a cluster an Ingress does the same.
 *
 * <p>A service that cannot be reached gives 503 and a problem body (RFC 9457): it is being started again.
 */
final class Gateway implements AutoCloseable {
    private static final int CONNECT_MILLIS = 2_000;
    private static final int CONNECTIONS_PER_SERVICE = 256;

    private final Vertx vertx;
    private final HttpClient client;
    private final Ports ports;

    private Gateway(Vertx vertx, Ports ports) {
        this.vertx = vertx;
        this.ports = ports;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setDefaultHost("127.0.0.1")
                .setConnectTimeout(CONNECT_MILLIS)
                .setMaxPoolSize(CONNECTIONS_PER_SERVICE)
                .setDecompressionSupported(false));
    }

    /** Returns when the address answers. */
    static Gateway start(Ports ports) throws InterruptedException {
        var vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(2)
                .setFileSystemOptions(new FileSystemOptions().setFileCachingEnabled(false)));
        var gateway = new Gateway(vertx, ports);
        // Services answer over HTTP/1.1, and a header of theirs such as Connection is malformed in HTTP/2.
        var options = new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(ports.gateway())
                .setHttp2ClearTextEnabled(false);
        await(vertx.createHttpServer(options).requestHandler(gateway::passOn).listen());
        return gateway;
    }

    @Override
    public void close() throws InterruptedException {
        await(vertx.close());
    }

    private void passOn(HttpServerRequest request) {
        var route = Route.of(request.path());
        request.pause();
        client.request(new RequestOptions().setPort(ports.of(route.service())))
                .onSuccess(outgoing -> proxyTo(quiet(outgoing), route).handle(request))
                .onFailure(unreachable -> answerUnavailable(request, route.service()));
    }

    /** A proxy for one request over one connection: connecting first is what lets a failure have a body. */
    private HttpProxy proxyTo(HttpClientRequest outgoing, Route route) {
        return HttpProxy.reverseProxy(client)
                .originRequestProvider((request, anyClient) -> Future.succeededFuture(outgoing))
                .addInterceptor(new PathRewrite(route.path()));
    }

    /** Either side may hang up at any time. The proxy passes that on; Vert.x would log it as well, as severe. */
    private static HttpClientRequest quiet(HttpClientRequest outgoing) {
        return outgoing.exceptionHandler(hungUp -> {});
    }

    private static void answerUnavailable(HttpServerRequest request, Service service) {
        request.resume();
        var problem = new JsonObject()
                .put("type", "about:blank")
                .put("title", "Service Unavailable")
                .put("status", 503)
                .put(
                        "detail",
                        service.label() + " does not answer; it is being started again. Try again in a few seconds.")
                .put("instance", request.path());
        request.response()
                .setStatusCode(503)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Retry-After", "5")
                .end(problem.toBuffer());
    }

    private static void await(Future<?> future) throws InterruptedException {
        try {
            future.toCompletionStage().toCompletableFuture().get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the gateway cannot listen", failure.getCause());
        }
    }
}
