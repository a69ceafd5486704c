package org.dl4jsuite.compare.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets in requests that were meant for this server and come from its own page, or from no page: without this, any web page
 * that the user has open could ask, by the server's address or by a name of its own that leads here (DNS rebinding).
 */
final class Gate extends Handler.Wrapper {
    private static final String HTTP = "http://";
    private static final int DEFAULT_PORT = 80;

    private final Set<String> names = new TreeSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));

    private final SlowClients slowClients;

    Gate(String host, SlowClients slowClients, Router router) {
        super(router);
        this.slowClients = slowClients;
        names.add(bracketed(host).toLowerCase(Locale.ROOT));
        if (listensToOthers(host)) {
            names.add(ownName());
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        slowClients.answer(request);
        Reply.addSecurityHeaders(response.getHeaders());
        InetSocketAddress local =
                (InetSocketAddress) request.getConnectionMetaData().getLocalSocketAddress();
        HttpFields headers = request.getHeaders();
        String host = headers.get(HttpHeader.HOST);
        String target = request.getHttpURI().getAuthority();
        if (host == null || !isOwn(host, local) || (target != null && !isOwn(target, local))) {
            refuse("this server is not " + host, request, response, callback);
            return true;
        }
        for (HttpField origin : headers.getFields(HttpHeader.ORIGIN)) {
            String value = origin.getValue();
            boolean own = value != null && value.startsWith(HTTP) && isOwn(value.substring(HTTP.length()), local);
            if (!own) {
                refuse("a page of " + value + " may not ask", request, response, callback);
                return true;
            }
        }
        return super.handle(request, response, callback);
    }

    private void refuse(String why, Request request, Response response, Callback callback) throws IOException {
        Reply.error(HttpStatus.FORBIDDEN_403, why + "; open the address that suite serve prints.")
                .send(request, response, slowClients, callback);
    }

    private boolean isOwn(String authority, InetSocketAddress local) {
        String lower = authority.toLowerCase(Locale.ROOT);
        String suffix = ":" + local.getPort();
        String name = lower.endsWith(suffix) ? lower.substring(0, lower.length() - suffix.length()) : lower;
        boolean portFits = name.length() < lower.length() || local.getPort() == DEFAULT_PORT;
        return portFits
                && (names.contains(name)
                        || name.equals(bracketed(local.getAddress().getHostAddress())));
    }

    private static String bracketed(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private static boolean listensToOthers(String host) {
        try {
            return !InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false; // it will not start
        }
    }

    private static String ownName() {
        try {
            return InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
