package org.dl4jsuite.compare.speed;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import org.dl4jsuite.compare.Json;

/** The main class of a measuring JVM: reads a {@link SpeedRequest} from standard input, answers on standard output. */
final class SpeedWorker {
    private SpeedWorker() {}

    public static void main(String[] args) throws IOException {
        SpeedRequest request = Json.MAPPER.readValue(System.in, SpeedRequest.class);
        PrintStream toParent = System.out;
        System.setOut(System.err); // whatever a library prints must not end up in the answer
        new SpeedMeasurement(request).run(answer -> send(toParent, answer));
    }

    private static void send(PrintStream toParent, SpeedAnswer answer) {
        try {
            Json.MAPPER.writeValue(toParent, answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        toParent.flush();
    }
}
