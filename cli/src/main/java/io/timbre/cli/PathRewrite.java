package io.timbre.cli;

import io.vertx.core.Future;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/** Gives a request another path and leaves its query as it is. */
record PathRewrite(String path) implements ProxyInterceptor {
    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        var uri = context.request().getURI();
        var query = uri.indexOf('?');
        context.request().setURI(query < 0 ? path : path + uri.substring(query));
        return context.sendRequest();
    }
}
