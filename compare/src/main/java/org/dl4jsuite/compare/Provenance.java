package org.dl4jsuite.compare;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dl4jsuite.scratch.fast.FastNetwork;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Where a result comes from, so that it can be judged and repeated.
 *
 * @param created when the run began, UTC
 * @param configuration the options of the run, the seed among them, and the kernels that the fast network uses in this JVM
 * @param data the data set's name and the SHA-256 of each of its files, unpacked
 * @param jdk vendor and version
 * @param os name and version
 * @param cpu the processor's name
 * @param cores processors that the JVM sees
 * @param threads what DL4J was told to use ({@code OMP_NUM_THREADS}), or {@code all}
 * @param backend ND4J's backend and its BLAS library, or {@code none} where DL4J had no part
 * @param versions of the suite and of what it compares with
 */
public record Provenance(
        Instant created,
        Map<String, Object> configuration,
        Map<String, String> data,
        String jdk,
        String os,
        String cpu,
        int cores,
        String threads,
        String backend,
        Map<String, String> versions)
        implements Serializable {

    /** Returns the origin of a run with DL4J that begins now. */
    public static Provenance of(Map<String, Object> configuration, Map<String, String> data) {
        return of(configuration, data, nd4jBackend());
    }

    /** Returns the origin of a run without DL4J, which is not started for it. */
    public static Provenance withoutDl4j(Map<String, Object> configuration, Map<String, String> data) {
        return of(configuration, data, "none");
    }

    /** Returns the same with one more option. */
    public Provenance with(String option, Object value) {
        Map<String, Object> more = new TreeMap<>(configuration);
        more.put(option, value);
        return new Provenance(created, more, data, jdk, os, cpu, cores, threads, backend, versions);
    }

    /** Returns the same of a run that began at another time. */
    public Provenance begunAt(Instant time) {
        return new Provenance(time, configuration, data, jdk, os, cpu, cores, threads, backend, versions);
    }

    private static Provenance of(Map<String, Object> configuration, Map<String, String> data, String backend) {
        Map<String, Object> withKernels = new LinkedHashMap<>(configuration);
        withKernels.put("kernels", FastNetwork.chosenKernels());
        return new Provenance(
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                withKernels,
                data,
                System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                processor(),
                Runtime.getRuntime().availableProcessors(),
                System.getenv().getOrDefault("OMP_NUM_THREADS", "all"),
                backend,
                builtVersions());
    }

    /** Returns the processor's name where the system tells it (Linux does), otherwise the architecture. */
    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"), StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException | UncheckedIOException e) {
            return System.getProperty("os.arch");
        }
    }

    private static String nd4jBackend() {
        Properties environment = Nd4j.getExecutioner().getEnvironmentInformation();
        return environment.get("backend") + ", BLAS " + environment.get("blas.vendor");
    }

    /** Returns the versions of the suite and of what it compares with by name, as the build wrote them down. */
    public static Map<String, String> builtVersions() {
        Properties properties = new Properties();
        try (InputStream stream = Provenance.class.getResourceAsStream("versions.properties")) {
            properties.load(Objects.requireNonNull(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> versions = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> versions.put(name, properties.getProperty(name)));
        return versions;
    }
}
