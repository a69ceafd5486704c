package org.dl4jsuite.compare.serve;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import org.dl4jsuite.data.DataException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds what answers a request by its whole path, as it was sent: no file is looked for, and no path is shortened. */
final class Router extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(Router.class);

    private final List<Route> routes;
    private final SlowClients slowClients;
    private final RequestBody bodies = new RequestBody();

    Router(List<Route> routes, SlowClients slowClients) {
        this.routes = routes;
        this.slowClients = slowClients;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        reply(request, response).send(request, response, slowClients, callback);
        return true;
    }

    private Reply reply(Request request, Response response) {
        String path = Objects.requireNonNullElse(request.getHttpURI().getPath(), "");
        for (Route route : routes) {
            Matcher matcher = route.path().matcher(path);
            if (matcher.matches()) {
                if (!route.allows(request.getMethod())) {
                    response.getHeaders().put(HttpHeader.ALLOW, route.allowed());
                    return Reply.error(HttpStatus.METHOD_NOT_ALLOWED_405, "Use " + route.allowed() + ".");
                }
                return reply(route, matcher, request);
            }
        }
        return Reply.error(HttpStatus.NOT_FOUND_404, "There is nothing of this name.");
    }

    private Reply reply(Route route, Matcher path, Request request) {
        String query = Objects.requireNonNullElse(request.getHttpURI().getQuery(), "");
        try {
            if (!route.takesBody()) {
                return route.action().answer(path, query, new byte[0]);
            }
            return RequestBody.isTooLong(request)
                    ? tooLong()
                    : bodies.read(request, slowClients, body -> route.action().answer(path, query, body));
        } catch (RequestBody.TooLongException e) {
            return tooLong();
        } catch (DataException e) {
            return Reply.error(HttpStatus.BAD_REQUEST_400, String.valueOf(e.getMessage()));
        } catch (IOException e) { // the client is gone, or was too slow
            return Reply.error(HttpStatus.REQUEST_TIMEOUT_408, "The request did not arrive completely.");
        } catch (Exception e) {
            LOG.warn("suite: a request failed: {}", e.toString());
            return Reply.error(HttpStatus.INTERNAL_SERVER_ERROR_500, "The suite failed: " + e + ".");
        }
    }

    private static Reply tooLong() {
        return Reply.error(
                HttpStatus.PAYLOAD_TOO_LARGE_413,
                "A picture may have " + (RequestBody.MAX_BYTES >> 20) + " MB; save it smaller.");
    }
}
