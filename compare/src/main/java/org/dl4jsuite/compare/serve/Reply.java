package org.dl4jsuite.compare.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.dl4jsuite.compare.Json;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.FutureCallback;

/**
 * What a request is answered with.
 *
 * @param status of HTTP
 * @param type of the content
 * @param content not copied
 */
record Reply(int status, String type, byte[] content) {
    private static final String JSON = "application/json; charset=utf-8";
    /** Nothing but what this server sends itself, and no script or style inside the page. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    static Reply ok(String type, byte[] content) {
        return new Reply(HttpStatus.OK_200, type, content);
    }

    static Reply json(Object value) {
        return json(HttpStatus.OK_200, value);
    }

    /** Says why not, in one sentence. */
    static Reply error(int status, String sentence) {
        return json(status, Map.of("error", sentence));
    }

    private static Reply json(int status, Object value) {
        try {
            return new Reply(status, JSON, Json.MAPPER.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static void addSecurityHeaders(HttpFields.Mutable headers) {
        headers.put("Content-Security-Policy", POLICY);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    }

    /**
     * Sends it. After a refusal the connection ends, but not before the rest of the request has arrived: if it were cut off,
     * the client might never see the answer.
     */
    void send(Request request, Response response, SlowClients slowClients, Callback callback) throws IOException {
        boolean refused = status >= HttpStatus.BAD_REQUEST_400;
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, content.length);
        if (refused) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        boolean head = request.getMethod().equals("HEAD");
        FutureCallback sent = new FutureCallback();
        response.write(true, head ? BufferUtil.EMPTY_BUFFER : ByteBuffer.wrap(content), sent);
        sent.block();
        if (refused) {
            RequestBody.discard(request, slowClients);
        }
        callback.succeeded();
    }
}
