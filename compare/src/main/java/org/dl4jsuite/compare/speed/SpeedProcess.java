package org.dl4jsuite.compare.speed;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.speed.SpeedRequest.Contestant;

/**
 * A JVM of its own for each contestant: DL4J reads its thread count from the environment at the start only, and no network
 * is measured in a JVM that another has warmed up.
 */
public final class SpeedProcess {
    private SpeedProcess() {}

    /** Measures in a new JVM: training, then prediction. */
    public static List<SpeedRow> measure(SpeedRequest request) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command(request.contestant()));
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        Map<String, String> environment = builder.environment();
        if (request.contestant() == Contestant.DL4J_STOCK) {
            environment.remove("OMP_NUM_THREADS");
        } else {
            environment.put("OMP_NUM_THREADS", "1");
        }
        Process process = builder.start();
        try (OutputStream toProcess = process.getOutputStream()) {
            Json.MAPPER.writeValue(toProcess, request);
        }
        byte[] answer;
        try (InputStream fromProcess = process.getInputStream()) {
            answer = fromProcess.readAllBytes();
        }
        int exitCode = process.waitFor();
        if (exitCode != 0) {
            throw new IOException("Measuring " + request.contestant().label() + " ended with exit code " + exitCode);
        }
        return Json.MAPPER.readValue(answer, new TypeReference<List<SpeedRow>>() {});
    }

    private static List<String> command(Contestant contestant) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Runtime.version().feature() >= 24) { // older JDKs do not know these, newer ones warn without them
            command.add("--enable-native-access=ALL-UNNAMED");
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.add("-Dorg.nd4j.log.initialization=false");
        if (contestant == Contestant.DL4J_TUNED) {
            command.add("-Dorg.bytedeco.javacpp.nopointergc=true");
        }
        if (contestant == Contestant.SCRATCH_FAST) {
            command.add("--add-modules");
            command.add("jdk.incubator.vector"); // the JVM remarks that it is still incubating
        }
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(SpeedWorker.class.getName());
        return command;
    }
}
