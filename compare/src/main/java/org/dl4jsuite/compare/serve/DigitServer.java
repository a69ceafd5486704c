package org.dl4jsuite.compare.serve;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The web server: Jetty with every size, number and time bounded. */
public final class DigitServer implements AutoCloseable {
    /** Each waits for its turn to be answered; more connections wait for a thread. */
    private static final int MAX_THREADS = 256;

    private static final int MAX_CONNECTIONS = 1024;
    private static final int MAX_HEADER_BYTES = 8 * 1024;
    /** From the first byte of a request, or the end of the one before, to its last header; and once more for its body. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration STOPPING = Duration.ofSeconds(2);

    private final Server server;
    private final ServerConnector connector;
    private final Workers workers;
    private final String host;

    private DigitServer(Server server, ServerConnector connector, Workers workers, String host) {
        this.server = server;
        this.connector = connector;
        this.workers = workers;
        this.host = host;
    }

    /**
     * Starts to listen.
     *
     * @param host a name or address of this machine
     * @param port 0 for any free one
     * @throws IOException if the port is in use, or the host is not this machine
     */
    public static DigitServer start(String host, int port, DigitService service) throws IOException {
        return start(host, port, service, PATIENCE);
    }

    static DigitServer start(String host, int port, DigitService service, Duration patience) throws IOException {
        Server server = new Server(new QueuedThreadPool(MAX_THREADS));
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        // the router compares whole paths, so that none of these spellings reaches anything: 404, not 400
        http.setUriCompliance(UriCompliance.UNSAFE);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(patience.toMillis());
        SlowClients slowClients = new SlowClients(connector, patience);
        connector.addBean(slowClients);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, server));
        Workers workers = new Workers();
        server.setHandler(new Gate(host, slowClients, new Router(service.routes(workers), slowClients)));
        server.setErrorHandler(new PlainErrors(slowClients));
        server.setStopTimeout(STOPPING.toMillis());
        DigitServer started = new DigitServer(server, connector, workers, host);
        try {
            server.start();
        } catch (IOException e) {
            started.close();
            throw e;
        } catch (Exception e) {
            started.close();
            throw new IllegalStateException("The web server did not start: " + e, e);
        }
        return started;
    }

    /** Returns where it listens, for example {@code http://127.0.0.1:8080/}. */
    public URI address() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + name + ":" + connector.getLocalPort() + "/");
    }

    /** Waits until the server is stopped. */
    public void join() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (TimeoutException e) {
            // who is still being answered is cut off
        } catch (Exception e) {
            throw new IllegalStateException("The web server did not stop: " + e, e);
        } finally {
            workers.close();
        }
    }
}
