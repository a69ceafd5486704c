package org.dl4jsuite.compare;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All on which the numbers of a run depend: two runs with the same properties compute the same.
 *
 * @param properties by name: the options, the data, the code, the JDK, the machine
 */
public record RunIdentity(Map<String, String> properties) {

    /** Returns the identity of a run of this process; half a second, because all code is looked at. */
    public static RunIdentity of(Provenance origin) throws IOException {
        Map<String, String> properties = new TreeMap<>();
        properties.put("options", origin.configuration().toString());
        properties.put("data", origin.data().toString());
        properties.put("JDK", origin.jdk());
        properties.put("system", origin.os());
        properties.put("processor", origin.cpu() + ", " + origin.cores());
        properties.put("threads", origin.threads());
        properties.put("backend", origin.backend());
        properties.put("code", digest(System.getProperty("java.class.path")));
        return new RunIdentity(properties);
    }

    /** Returns the names of the properties that are not the same. */
    List<String> differences(RunIdentity other) {
        return Stream.concat(properties.keySet().stream(), other.properties.keySet().stream())
                .distinct()
                .filter(name -> !Objects.equals(properties.get(name), other.properties.get(name)))
                .toList();
    }

    /** Returns the SHA-256 of every file on a class path, libraries included: names inside folders, and contents. */
    static String digest(String classPath) throws IOException {
        MessageDigest sum = Sha256.start();
        for (String entry : classPath.split(Pattern.quote(System.getProperty("path.separator")), -1)) {
            Path place = Path.of(entry);
            if (entry.isEmpty() || !Files.exists(place)) {
                continue; // a class path may name what is not there
            }
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    sum.update((place.relativize(file) + " " + Files.size(file)).getBytes(StandardCharsets.UTF_8));
                    try (InputStream stream = new DigestInputStream(Files.newInputStream(file), sum)) {
                        stream.transferTo(OutputStream.nullOutputStream());
                    }
                }
            }
        }
        return Sha256.hex(sum);
    }
}
