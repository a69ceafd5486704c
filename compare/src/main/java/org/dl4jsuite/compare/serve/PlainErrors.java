package org.dl4jsuite.compare.serve;

import java.io.IOException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What Jetty itself refuses, such as what is not HTTP, in the form of the server's other errors. */
final class PlainErrors extends ErrorHandler {
    private final SlowClients slowClients;

    PlainErrors(SlowClients slowClients) {
        this.slowClients = slowClients;
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, @Nullable Throwable cause, Callback callback)
            throws IOException {
        Reply.addSecurityHeaders(response.getHeaders());
        Reply.error(code, sentence(code)).send(request, response, slowClients, callback);
    }

    private static String sentence(int status) {
        return HttpStatus.getMessage(status) + ".";
    }
}
