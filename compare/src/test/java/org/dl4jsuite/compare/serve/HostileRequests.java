package org.dl4jsuite.compare.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.dl4jsuite.compare.UserError;

/** Sends bytes to a server of an untrained network as if they were a request. */
public final class HostileRequests {
    /** By the clock, for what is never answered; a busy machine does not take so long. */
    private static final int TIMEOUT_MILLISECONDS = 120_000;
    /** Of the suite itself; others of 500 and more are Jetty's, for requests that are no HTTP. */
    private static final Pattern FAULT = Pattern.compile("^HTTP/1\\.1 500", Pattern.MULTILINE);

    private static final Pattern OK = Pattern.compile("\\AHTTP/1\\.1 200");
    private static final URI SERVER = start();

    private HostileRequests() {}

    /**
     * Sends a request.
     *
     * @param request in which the server's port is written PORT
     * @throws UserError if the server refuses it
     */
    public static void send(byte[] request) throws IOException {
        String bytes = new String(request, StandardCharsets.ISO_8859_1);
        String answer = answer(bytes.replace("PORT", String.valueOf(SERVER.getPort())));
        if (FAULT.matcher(answer).find()) {
            throw new AssertionError(answer);
        }
        if (!OK.matcher(answer).find()) {
            throw new UserError("The server refuses it.");
        }
    }

    private static String answer(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), SERVER.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLISECONDS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (SocketException e) {
            return ""; // it closed the connection while more was sent
        }
    }

    private static URI start() {
        try {
            return DigitServer.start("127.0.0.1", 0, TinyService.create()).address();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
