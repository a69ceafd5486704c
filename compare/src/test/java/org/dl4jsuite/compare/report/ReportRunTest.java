package org.dl4jsuite.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.compare.KeptParts;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.inside.BackQueryImage;
import org.dl4jsuite.compare.lessons.LessonEntry;
import org.dl4jsuite.compare.lessons.Lessons;
import org.dl4jsuite.compare.lessons.OtherTwin;
import org.dl4jsuite.compare.model.InspectableModel;
import org.dl4jsuite.compare.model.Precision;
import org.dl4jsuite.compare.parity.Differences;
import org.dl4jsuite.compare.training.InputChecksum;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.dl4j.lessons.GardenBugs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.dataset.api.preprocessor.CompositeDataSetPreProcessor;

/** The real run on a few images, with one thing broken at a time: whatever it is, "no", exit code 1 and no speed. */
class ReportRunTest {
    @Test
    void nothingIsBroken() throws Exception {
        Report report = run(new SmallRun("garden-bugs"));
        assertThat(report.problems()).isEmpty();
        assertThat(report.agrees()).isTrue();
        assertThat(report.speed()).isNotNull();
        assertThat(report.speedRefused()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void dl4jIsFedOtherNumbers(Precision which) throws Exception {
        Report report = run(new SmallRun("garden-bugs") {
            @Override
            InputChecksum seenByDl4j(Precision precision) {
                return precision == which ? new SlightlyBrighter() : super.seenByDl4j(precision);
            }
        });
        assertRefused(report, "not given the same numbers: dl4j in " + which);
    }

    @Test
    void aLessonsTwinLearnsFaster() throws Exception {
        Report report = run(new SmallRun("garden-bugs") {
            @Override
            List<LessonEntry> lessonEntries() {
                LessonEntry right = Lessons.find("garden-bugs").orElseThrow();
                return List.of(OtherTwin.of(right, options -> new GardenBugs(options.rate() * (1 + 1e-9))));
            }
        });
        assertRefused(report, "Lesson garden-bugs: the two sides disagree");
        assertThat(report.parityAgrees()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-8, Double.NaN})
    void oneBackQueryImageHasAnotherPixel(double fault) throws Exception {
        Report report = run(new SmallRun("garden-bugs") {
            @Override
            List<BackQueryImage> backQuery(InspectableModel scratch, InspectableModel dl4j) {
                List<BackQueryImage> images = new ArrayList<>(super.backQuery(scratch, dl4j));
                BackQueryImage right = images.get(7);
                double[] wrong = right.dl4j().clone();
                wrong[300] += fault;
                images.set(
                        7,
                        new BackQueryImage(
                                7,
                                right.scratch(),
                                wrong,
                                Differences.largest(right.scratch(), wrong),
                                right.scratchAnswer(),
                                right.dl4jAnswer()));
                return images;
            }
        });
        assertRefused(report, "Run backwards from label 7");
        assertThat(report.parityAgrees()).isTrue();
    }

    private static void assertRefused(Report report, String problem) throws IOException {
        assertThat(report.problems()).anySatisfy(line -> assertThat(line).contains(problem));
        assertThat(Summary.of(report).headline()).isEqualTo("Same network: no");
        assertThat(report.agrees()).isFalse(); // exit code 1
        assertThat(report.speed()).isNull();
        assertThat(report.speedRefused()).contains("do not agree");
        assertThat(Json.MAPPER
                        .readTree(Json.MAPPER.writeValueAsBytes(report))
                        .path("sameNetwork")
                        .asBoolean(true))
                .isFalse();
    }

    private static Report run(ReportRun run) throws IOException, InterruptedException {
        return run.run(Provenance.of(Map.of(), Map.of()), KeptParts.none(), provisional -> {});
    }

    /** Hands DL4J inputs that are a thousandth too large. */
    private static final class SlightlyBrighter extends InputChecksum {
        @Override
        protected DataSetIterator digits(LabelledImages images, int batch) {
            DataSetIterator digits = super.digits(images, batch);
            digits.setPreProcessor(new CompositeDataSetPreProcessor(
                    digits.getPreProcessor(), data -> data.getFeatures().muli(1.001)));
            return digits;
        }
    }
}
