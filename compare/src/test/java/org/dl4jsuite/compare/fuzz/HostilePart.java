package org.dl4jsuite.compare.fuzz;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dl4jsuite.compare.KeptParts;
import org.dl4jsuite.compare.RunIdentity;
import org.dl4jsuite.compare.UserError;
import org.dl4jsuite.compare.report.LessonRow;

/** Reads bytes as a part that an interrupted report left, a lesson. */
final class HostilePart {
    private static final String NAME = "lessons.toes";
    private static final RunIdentity RUN = new RunIdentity(Map.of("options", "{seed=1}", "code", "abc"));

    private HostilePart() {}

    /**
     * Reads a part without its checksum, which is added.
     *
     * @throws UserError if the report says that it computes the lesson again
     */
    static void read(byte[] content) throws IOException, InterruptedException {
        List<String> said = new ArrayList<>();
        try (KeptParts parts = KeptParts.open(HostileFiles.part(NAME, content), RUN, false, said::add)) {
            parts.get(NAME, new TypeReference<LessonRow>() {}, () -> {
                throw new UserError(String.join(" ", said));
            });
        }
    }
}
