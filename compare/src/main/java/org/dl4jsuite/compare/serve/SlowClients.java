package org.dl4jsuite.compare.serve;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Hangs up on clients who take too long to say what they want. An idle timeout alone does not: a client who sends a byte from
 * time to time is never idle.
 */
final class SlowClients implements Connection.Listener {
    private final ServerConnector connector;
    private final Duration patience;
    private final Map<Connection, Scheduler.Task> deadlines = new ConcurrentHashMap<>();

    SlowClients(ServerConnector connector, Duration patience) {
        this.connector = connector;
        this.patience = patience;
    }

    @Override
    public void onOpened(Connection connection) {
        expect(connection);
    }

    @Override
    public void onClosed(Connection connection) {
        arrived(connection);
    }

    /** A request's headers have arrived; when it is answered, the next one is expected. */
    void answer(Request request) {
        Connection connection = request.getConnectionMetaData().getConnection();
        arrived(connection);
        Request.addCompletionListener(request, failure -> expect(connection));
    }

    /** From now on something must arrive completely. */
    void expect(Connection connection) {
        Scheduler.Task task = connector
                .getScheduler()
                .schedule(
                        () -> connection.getEndPoint().close(new TimeoutException("too slow")),
                        patience.toMillis(),
                        TimeUnit.MILLISECONDS);
        Scheduler.Task before = deadlines.put(connection, task);
        if (before != null) {
            before.cancel();
        }
        if (!connection.getEndPoint().isOpen()) {
            arrived(connection);
        }
    }

    /** It has. */
    void arrived(Connection connection) {
        Scheduler.Task task = deadlines.remove(connection);
        if (task != null) {
            task.cancel();
        }
    }
}
