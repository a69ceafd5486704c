package org.dl4jsuite.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Document;
import org.dl4jsuite.compare.document.HtmlRenderer;
import org.dl4jsuite.compare.document.MarkdownRenderer;
import org.dl4jsuite.compare.document.Table;
import org.dl4jsuite.data.Split;
import org.junit.jupiter.api.Test;

/** A new section is one class and one line: no renderer, template or record changes. */
class NewSectionTest {
    /** The class. */
    private static final class HardestDigitSection implements ReportSection {
        @Override
        public Block.Section show(Report report, Split split) {
            return new Block.Section(
                    "hardest_digit",
                    "The hardest digit",
                    "The label that is misread most often.",
                    List.of(Table.ofNumbers(List.of("scratch"))
                            .column("Network", network -> network)
                            .column("Label", network -> hardest(report))
                            .build()));
        }

        @Override
        public Map<String, Integer> data(Report report) {
            return Map.of("label", hardest(report));
        }

        private static int hardest(Report report) {
            return report.gallery().get(0).label();
        }
    }

    /** The line. */
    private static final List<ReportSection> SECTIONS = List.of(new TrajectorySection(), new HardestDigitSection());

    @Test
    void itIsInPageTextAndJson() {
        Report report = ExampleReports.agreeing();
        Split split = ExampleReports.split();
        Document document = ReportDocument.of(report, split, SECTIONS);
        assertThat(HtmlRenderer.render(document).contains("<a href=\"#hardest_digit\">The hardest digit</a>"))
                .isTrue();
        assertThat(HtmlRenderer.render(document).contains("<td>8</td>")).isTrue();
        assertThat(MarkdownRenderer.render(document)).contains("## The hardest digit\n", "| scratch | 8 |");
        assertThat(ReportDocument.json(report, split, SECTIONS)
                        .at("/hardest_digit/label")
                        .asInt())
                .isEqualTo(8);
        assertThat(ReportDocument.json(report, split).has("hardest_digit")).isFalse();
    }
}
