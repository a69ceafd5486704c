package org.dl4jsuite.compare.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.KeptParts;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.inside.BackQueryImage;
import org.dl4jsuite.compare.lessons.LessonEntry;
import org.dl4jsuite.compare.lessons.OtherTwin;
import org.dl4jsuite.compare.model.InspectableModel;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.parity.ParityCase;
import org.dl4jsuite.compare.sabotage.SabotageResult;
import org.dl4jsuite.compare.speed.SpeedResults;
import org.dl4jsuite.compare.training.InputChecksum;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report that is interrupted, and the same one that goes on. */
@Tag("long")
class ReportFolderTest {
    private static final Provenance ORIGIN =
            Provenance.of(Map.of("seed", 1), Map.of()).begunAt(Instant.parse("2026-01-02T03:04:05Z"));

    private final List<String> said = new ArrayList<>();

    @TempDir
    private Path folder;

    private Report write(ReportRun run) throws IOException, InterruptedException {
        return new ReportFolder(folder).write(run, ORIGIN, false, said::add);
    }

    private String page() throws IOException {
        return Files.readString(folder.resolve("index.html"));
    }

    @Test
    void anInterruptedReportGoesOnAndEndsTheSame() throws Exception {
        assertThatThrownBy(() -> write(new StoppedBeforeSpeed())).hasMessage("stopped");
        assertThat(page()).contains("Provisional", "Same network: yes, so far", "id=\"parity\"");
        assertThat(page()).doesNotContain("id=\"speed\"", "id=\"lessons\"", "id=\"inside\"", "id=\"sabotage\"");
        assertThat(folder.resolve("report.json")).doesNotExist();

        assertThat(said).isEmpty();
        Report report = write(new OnlySpeedIsMissing());
        assertThat(said)
                .singleElement()
                .asString()
                .endsWith("; done: inside (2), lessons (2), parity, sabotage, training (3).");
        assertThat(report.agrees()).isTrue();
        assertThat(page())
                .contains("Same network: yes", "id=\"speed\"", "id=\"lessons\"")
                .doesNotContain("rovisional");
        assertThat(folder.resolve(".parts")).doesNotExist();
        SmallRun uninterrupted = new SmallRun("garden-bugs", "toes");
        JsonNode fresh = ReportDocument.json(
                uninterrupted.run(ORIGIN, KeptParts.none(), provisional -> {}), uninterrupted.split());
        assertThat(withoutBeginning(
                        Json.MAPPER.readTree(folder.resolve("report.json").toFile())))
                .isEqualTo(withoutBeginning(Json.MAPPER.readTree(fresh.toString())));
    }

    private static JsonNode withoutBeginning(JsonNode report) {
        ((ObjectNode) report.path("origin")).remove("created");
        return report;
    }

    @Test
    void aLessonThatFailsLeavesTheOthersKept() {
        assertThatThrownBy(() -> write(new SmallRun("garden-bugs", "toes") {
                    @Override
                    List<LessonEntry> lessonEntries() {
                        LessonEntry broken = super.lessonEntries().get(1);
                        return List.of(super.lessonEntries().get(0), OtherTwin.of(broken, options -> {
                            throw new IllegalStateException("broken");
                        }));
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
        assertThat(folder.resolve(".parts/lessons.garden-bugs.part")).exists();
        assertThat(folder.resolve(".parts/lessons.toes.part")).doesNotExist();
    }

    private static final class StoppedBeforeSpeed extends SmallRun {
        StoppedBeforeSpeed() {
            super("garden-bugs", "toes");
        }

        @Override
        SpeedResults speed(KeptParts parts) {
            throw new IllegalStateException("stopped");
        }
    }

    /** All else must not be computed again. */
    private static final class OnlySpeedIsMissing extends SmallRun {
        OnlySpeedIsMissing() {
            super("garden-bugs", "toes");
        }

        @Override
        List<ParityCase> parityCases() {
            throw new AssertionError("parity again");
        }

        @Override
        List<BackQueryImage> backQuery(InspectableModel scratch, InspectableModel dl4j) {
            throw new AssertionError("training again");
        }

        @Override
        InputChecksum seenByDl4j(Precision precision) {
            return new InputChecksum() {
                @Override
                public Sums sums() {
                    throw new AssertionError("training again");
                }
            };
        }

        @Override
        List<SabotageResult> sabotage() {
            throw new AssertionError("mistakes again");
        }
    }
}
