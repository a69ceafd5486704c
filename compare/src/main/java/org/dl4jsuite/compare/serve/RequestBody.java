package org.dl4jsuite.compare.serve;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Reads what requests bring, in bounded memory: each no more than a limit, all at once no more than a sixteenth of the heap. */
final class RequestBody {
    /** A telephone's photograph has 3 to 12 MB. */
    static final int MAX_BYTES = 16 << 20;

    private static final int KILOBYTE = 1024;
    private final Semaphore kilobytes =
            new Semaphore((int) Math.max(MAX_BYTES, Runtime.getRuntime().maxMemory() / 16) / KILOBYTE, true);

    /** Reads a body and uses it while its memory is accounted for. */
    @FunctionalInterface
    interface Use {
        Reply of(byte[] body) throws Exception;
    }

    /** Whether the client says that it has more than is read. */
    static boolean isTooLong(Request request) {
        return request.getLength() > MAX_BYTES;
    }

    /**
     * Reads a body.
     *
     * @throws TooLongException if it turns out longer than the limit, which is noticed while it arrives
     */
    Reply read(Request request, SlowClients slowClients, Use use) throws Exception {
        long length = request.getLength() < 0 ? MAX_BYTES : request.getLength();
        int room = 1 + (int) (length / KILOBYTE);
        kilobytes.acquire(Math.min(room, MAX_BYTES / KILOBYTE));
        try {
            slowClients.expect(request.getConnectionMetaData().getConnection());
            byte[] body;
            try (InputStream stream = Content.Source.asInputStream(request)) {
                body = stream.readNBytes(MAX_BYTES + 1);
            } finally {
                slowClients.arrived(request.getConnectionMetaData().getConnection());
            }
            if (body.length > MAX_BYTES) {
                throw new TooLongException();
            }
            return use.of(body);
        } finally {
            kilobytes.release(Math.min(room, MAX_BYTES / KILOBYTE));
        }
    }

    /**
     * Takes what a refused client still sends, and forgets it: if the connection were closed under it, it might never see the
     * answer.
     */
    static void discard(Request request, SlowClients slowClients) throws IOException {
        if (request.getHeaders().contains(HttpHeader.EXPECT)) {
            return; // it waits for the answer before it sends anything
        }
        slowClients.expect(request.getConnectionMetaData().getConnection());
        try (InputStream stream = Content.Source.asInputStream(request)) {
            byte[] buffer = new byte[64 * KILOBYTE];
            while (stream.read(buffer) >= 0) {
                // forgotten
            }
        } finally {
            slowClients.arrived(request.getConnectionMetaData().getConnection());
        }
    }

    /** More than is read. */
    static final class TooLongException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
