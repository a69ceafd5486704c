package org.dl4jsuite.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.dl4jsuite.compare.document.Chart;
import org.dl4jsuite.compare.document.Document;
import org.dl4jsuite.compare.document.HtmlRenderer;
import org.dl4jsuite.compare.document.MarkdownRenderer;
import org.dl4jsuite.compare.document.Pictures;
import org.dl4jsuite.compare.inside.InsideView;
import org.dl4jsuite.data.LabelledImages;
import org.junit.jupiter.api.Test;

/** The networks run backwards and looked into: pictures, charts, and the same figures in page and Markdown. */
class InsideSectionsTest {
    private static final Report REPORT = ExampleReports.lookedInto();
    private static final Document DOCUMENT = ReportDocument.of(REPORT, ExampleReports.split());
    private static final String PAGE = HtmlRenderer.render(DOCUMENT);
    private static final String MARKDOWN = MarkdownRenderer.render(DOCUMENT);

    @Test
    void everyLabelHasItsPictures() {
        String section = PAGE.substring(PAGE.indexOf("<h2 id=\"back_query\">"), PAGE.indexOf("<h2 id=\"inside\">"));
        assertThat(Pattern.compile("<img class=\"ink\" src=\"data:image/png;base64,")
                        .matcher(section)
                        .results())
                .hasSize(3 * 10);
        String summary =
                "differ by at most 9.0e-14 in a value from 0.01 to 0.99. Shown its own images, scratch takes 10 of"
                        + " 10 for their labels, DL4J 9.";
        assertThat(section)
                .contains(summary, "alt=\"mean training image of 7\"", "<span class=\"bad\">takes it for 3</span>");
        assertThat(MARKDOWN).contains(summary, "| largest difference | 0 | 1.0e-14 |", "| DL4J | takes it for 0 |");
    }

    @Test
    void whatIsTrueOfBothIsSaidOnce() {
        String damage =
                "scratch and dl4j: of the 3 hidden nodes, 30\u00a0% can be lost before accuracy falls below 90\u00a0%,"
                        + " 60\u00a0% can be lost before accuracy falls below 50\u00a0%; of the 2,382 links, 0\u00a0% can be lost before"
                        + " accuracy falls below 90\u00a0%, 30\u00a0% can be lost before accuracy falls below 50\u00a0%.";
        String nodes =
                "of them (node 1). Of 3 nodes, losing any one of 1 alone costs nothing, and losing any one of 1 even";
        for (String text : List.of(PAGE, MARKDOWN)) {
            assertThat(text.contains(damage)).isTrue();
            assertThat(text.contains("scratch and dl4j: the whole network gets 95.00\u00a0% of the first 2,000"))
                    .isTrue();
            assertThat(text.contains(nodes)).isTrue();
        }
        assertThat(PAGE.contains("<td>91.00\u00a0% ± 1.00\u00a0%</td>")).isTrue();
        assertThat(MARKDOWN)
                .contains(
                        "| 30\u00a0% | 91.00\u00a0% ± 1.00\u00a0% | 85.00\u00a0% ± 2.00\u00a0% | 91.00\u00a0% ± 1.00\u00a0% |")
                .contains("| \\#2 | -0.10\u00a0% | 0.500 |", "| \\#2 | -0.20\u00a0% | 0.500 |");
    }

    @Test
    void everyNodeShownHasItsPicture() {
        String section = PAGE.substring(PAGE.indexOf("<h2 id=\"inside\">"), PAGE.indexOf("<h2 id=\"provenance\">"));
        assertThat(Pattern.compile("alt=\"weights into hidden node \\d\"")
                        .matcher(section)
                        .results())
                .hasSize(2 * 3);
        assertThat(section).contains("costs</span> -0.20\u00a0%", "adds</span> 2.50");
    }

    @Test
    void chartsHaveALineANetworkAndWhiskers() {
        Chart chart = InsideSection.chart("links", REPORT.inside(), InsideView::withoutLinks);
        assertThat(chart.series()).extracting(Chart.Series::name).containsExactly("scratch DOUBLE", "dl4j DOUBLE");
        assertThat(chart.series().get(1).points().get(2).x()).isEqualTo(60);
        assertThat(chart.series().get(0).points().get(1))
                .isEqualTo(new Chart.Point(30, 85.0, 100 * (0.85 - 0.02), 100 * (0.85 + 0.02), false));
    }

    @Test
    void weightsAreBlueWhiteAndOrange() throws IOException {
        double[] weights = new double[LabelledImages.PIXELS];
        weights[0] = 0.5;
        weights[29] = -0.25;
        BufferedImage picture = decode(Pictures.ofWeights(weights, "").source());
        assertThat(picture.getWidth()).isEqualTo(28);
        assertThat(picture.getRGB(0, 0) & 0xffffff).isEqualTo(0x1b5fae);
        assertThat(picture.getRGB(1, 0) & 0xffffff).isEqualTo(0xffffff);
        assertThat(picture.getRGB(1, 1) & 0xffffff).isEqualTo(0xe1a985); // half the way from white to c2530a
        assertThat(decode(Pictures.ofWeights(new double[LabelledImages.PIXELS], "")
                                        .source())
                                .getRGB(5, 5)
                        & 0xffffff)
                .isEqualTo(0xffffff);
    }

    @Test
    void inputsAreInkOnPaper() {
        double[] inputs = new double[LabelledImages.PIXELS];
        Arrays.fill(inputs, 0.01);
        inputs[29] = 0.99;
        inputs[30] = 0.5;
        inputs[31] = 1;
        BufferedImage picture = Pictures.grey(inputs);
        assertThat(picture.getRaster().getSample(0, 0, 0)).isEqualTo(255);
        assertThat(picture.getRaster().getSample(1, 1, 0)).isZero();
        assertThat(picture.getRaster().getSample(2, 1, 0)).isEqualTo(128);
        assertThat(picture.getRaster().getSample(3, 1, 0)).isZero();
    }

    @Test
    void meanDigitsAreMeansOfTheirLabelOnly() {
        byte[] pixels = new byte[3 * LabelledImages.PIXELS];
        pixels[5] = (byte) 255;
        pixels[2 * LabelledImages.PIXELS + 5] = (byte) 51; // the second 7
        double[][] means = BackQuerySection.means(LabelledImages.of(new byte[] {7, 3, 7}, pixels));
        assertThat(means[7][5]).isEqualTo((1.0 + (0.2 * 0.99 + 0.01)) / 2);
        assertThat(means[7][6]).isEqualTo(0.01);
        assertThat(means[3][5]).isEqualTo(0.01);
    }

    private static BufferedImage decode(String dataUri) throws IOException {
        byte[] png = Base64.getDecoder().decode(dataUri.substring(dataUri.indexOf(',') + 1));
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
