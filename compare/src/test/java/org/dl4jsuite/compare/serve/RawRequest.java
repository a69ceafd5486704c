package org.dl4jsuite.compare.serve;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request as it stands on the wire, for what no HTTP client would send. */
final class RawRequest {
    private static final int MILLIS = 20_000;

    private RawRequest() {}

    /** Sends it and returns all that comes back until the server hangs up, or its first line alone. */
    static String answer(int port, String request, boolean untilClosed) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            StringBuilder answer = new StringBuilder();
            for (int next = in.read(); next >= 0 && (untilClosed || next != '\r'); next = in.read()) {
                answer.append((char) next);
            }
            return answer.toString();
        }
    }

    /** Returns the status of the answer. */
    static int status(int port, String... lines) throws IOException {
        String request = String.join("\r\n", lines) + "\r\n\r\n";
        String line = answer(port, request, false); // for example HTTP/1.1 404 Not Found
        int from = line.indexOf(' ') + 1;
        return Integer.parseInt(line.substring(from, from + 3));
    }
}
