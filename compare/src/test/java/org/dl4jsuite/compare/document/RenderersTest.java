package org.dl4jsuite.compare.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dl4jsuite.compare.document.Span.Tone;
import org.dl4jsuite.compare.document.Table.Cell;
import org.dl4jsuite.compare.document.Table.Look;
import org.junit.jupiter.api.Test;

/** Every kind of block, drawn three times. */
class RenderersTest {
    private static final Block.Picture PICTURE =
            new Block.Picture("data:image/png;base64,AA==", "a seven", 84, 84, true);
    private static final Span MICROS = Span.of("µs per sample");
    private static final Table TABLE = Table.ofNumbers(List.of("scratch", "DL4J"))
            .caption(Span.of("Times"))
            .tone(side -> side.equals("DL4J") ? Tone.BAD : Tone.PLAIN)
            .column("Network", side -> Span.ofSeries(side, side.toLowerCase(Locale.ROOT)))
            .column(MICROS, "p25", side -> side.equals("DL4J") ? Cell.of(List.of("2", "3")) : 1.5)
            .column(MICROS, "median", side -> Span.of(Tone.STRONG, side.equals("DL4J") ? "10|<0" : "1,234"))
            .build();
    private static final Chart CHART = new Chart(
            Chart.Kind.LINES,
            "Speed",
            "a line",
            Chart.Axis.of("epoch", List.of("1", "2")),
            Chart.Axis.of("µs", Chart.Scale.LOG, "significant"),
            List.of(Chart.Series.of(Span.ofSeries("scratch", "scratch")).add(0, 1.5)));
    private static final List<Block> BLOCKS = List.of(
            new Block.Card(
                    Tone.GOOD,
                    "kicker",
                    "Same: yes",
                    "the subject",
                    List.of(new Block.Fact("Weights", "0", "differ")),
                    List.of(Block.note("by whom"))),
            new Block.Section(
                    "part",
                    "Part <1>",
                    "How to read it.",
                    List.of(
                            new Block.Heading("Heading"),
                            Block.text(Span.of("It is "), Span.of(Tone.STRONG, "42"), Span.of(".")),
                            Block.Items.of(Tone.PLAIN, List.of("first", "second")),
                            new Block.Alarm("Beware!"),
                            new Block.Details("More", List.of(Block.text("Hidden."))),
                            new Block.Pair(List.of(CHART, TABLE)),
                            new Block.Code("./suite parity"),
                            PICTURE,
                            Table.of(Look.GALLERY, List.of(7))
                                    .column("Image", digit -> Cell.of(PICTURE, Span.of("#" + digit)))
                                    .column("Label", digit -> digit)
                                    .build(),
                            Table.of(Look.PICTURES, List.of("mean"))
                                    .column("", name -> name)
                                    .column("0", name -> Cell.of(PICTURE))
                                    .build(),
                            Table.of(Look.OUTLINE, List.of("2-3-1"))
                                    .tone(name -> Tone.GOOD)
                                    .details(name -> List.of(Block.text("All of it.")))
                                    .column("Case", name -> name)
                                    .column("Verdict", name -> "agrees")
                                    .build())));

    private static final Document DOCUMENT =
            new Document("title", "description", BLOCKS.subList(0, 1), List.of((Block.Section) BLOCKS.get(1)));

    @Test
    void page() {
        String page = HtmlRenderer.render(DOCUMENT).replaceAll("(?s)<script>.*?</script>|<style>.*?</style>", "");
        assertThat(page)
                .contains("<header class=\"card good\">", "<h1>Same: yes</h1>", "<dt>Weights</dt>", "by whom")
                .contains("<a href=\"#part\">Part &lt;1&gt;</a>", "<h2 id=\"part\">Part &lt;1&gt;</h2>")
                .contains("<h3>Heading</h3>", "<p>It is <strong>42</strong>.</p>", "<li>second</li>")
                .contains(
                        "<p class=\"alarm\">Beware!</p>",
                        "<summary>More</summary>",
                        "<pre tabindex=\"0\"><code>./suite parity")
                .contains("role=\"img\" aria-label=\"a line\" data-chart=\"{&#34;kind&#34;:&#34;LINES&#34;")
                .contains("<caption>Times</caption>", "<th scope=\"col\" rowspan=\"2\">Network</th>")
                .contains("<th scope=\"colgroup\" colspan=\"2\">µs per sample</th>", "<td>2<br>3</td>")
                .contains("<tr class=\"bad\">", "10|&lt;0", "style=\"background: var(--scratch)\"")
                .contains(
                        "<img class=\"ink\" src=\"data:image/png;base64,AA==\" width=\"84\" height=\"84\" alt=\"a seven\"")
                .contains("<ul class=\"gallery\">", "<span class=\"muted\">Label</span> 7")
                .contains("<details class=\"good\">", "All of it.");
    }

    @Test
    void onlyAPageWithChartsHasScripts() {
        Document plain = Document.of("title", "description", "subtitle", List.of(TABLE));
        assertThat(HtmlRenderer.render(plain)).contains("<h1>title</h1>").doesNotContain("<script", "<nav");
    }

    /** Code, a formula, and both in three columns with a run behind them. */
    @Test
    void code() {
        Block.Source source = new Block.Source(
                "Network.step",
                List.of(
                        new Block.Token(Block.Token.Kind.KEYWORD, "return"),
                        new Block.Token(Block.Token.Kind.PLAIN, " a < b;\n")));
        Block.Formula formula = new Block.Formula("a = \\frac{1}{2} (1 - b)");
        TwinCode twin = new TwinCode(
                List.of(new TwinCode.Run("own", "as it is", "./suite lesson x", Map.of("trace", List.of("</script>")))),
                List.of(new TwinCode.Row(
                        TwinCode.Phase.BACK,
                        "The delta",
                        "a note",
                        List.of(formula),
                        List.of(source),
                        List.of(source),
                        List.of("delta1"))));
        Document document = Document.of("title", "description", "subtitle", List.of(twin));
        assertThat(HtmlRenderer.render(document))
                .contains("<span class=\"keyword\">return</span> a &lt; b;")
                .contains("<mfrac><mn>1</mn><mn>2</mn></mfrac>", "<mo>(</mo>")
                .doesNotContain("mfenced")
                .contains("data-quantity=\"delta1\"", "data-phase=\"back\"", "{\"trace\":[\"<\\/script>\"]}")
                .contains("const NetworkDrawing");
        assertThat(MarkdownRenderer.render(document))
                .contains("### The delta", "a note", "$$a = \\frac{1}{2} (1 - b)$$", "```java\nreturn a < b;\n```");
        assertThat(ConsoleRenderer.render(twin)).contains("The delta", "return a < b;");
        assertThat(twin.phases()).containsExactly(TwinCode.Phase.BACK);
        assertThatThrownBy(() -> new Block.Formula("\\nonsense{").mathMl()).hasMessageContaining("\\nonsense{");
    }

    /** Text leads to another page. */
    @Test
    void link() {
        Block.Paragraph paragraph = Block.text(Span.link("next <page>", "next.html"));
        Document document = Document.of("title", "description", "subtitle", List.of(paragraph));
        assertThat(HtmlRenderer.render(document)).contains("<a href=\"next.html\">next &lt;page&gt;</a>");
        assertThat(MarkdownRenderer.render(document)).contains("[next \\<page\\>](next.html)");
        assertThat(ConsoleRenderer.render(paragraph)).isEqualTo("next <page>");
    }

    @Test
    void markdown() {
        assertThat(MarkdownRenderer.render(DOCUMENT)).isEqualTo("""
                        # Same: yes

                        the subject

                        - Weights: **0** differ

                        by whom

                        ## Part \\<1\\>

                        How to read it.

                        ### Heading

                        It is **42**.

                        - first
                        - second

                        > [!CAUTION]
                        > Beware!

                        <details><summary>More</summary>

                        Hidden.

                        </details>

                        Times

                        | Network | µs per sample: p25 | µs per sample: median |
                        |:--|--:|--:|
                        | scratch | 1.5 | 1,234 |
                        | DL4J | 2<br>3 | 10\\|\\<0 |

                        ```
                        ./suite parity
                        ```

                        | Image | Label |
                        |:--|--:|
                        | \\#7 | 7 |

                        | Case | Verdict |
                        |:--|:--|
                        | 2-3-1 | agrees |

                        <details><summary>2-3-1</summary>

                        All of it.

                        </details>

                        """);
    }

    @Test
    void console() {
        assertThat(ConsoleRenderer.render(Block.text("Speed."), TABLE).lines())
                .containsExactly(
                        "Speed.",
                        "",
                        "Times",
                        "Network  µs per sample: p25  µs per sample: median",
                        "scratch                 1.5                  1,234",
                        "DL4J                      2                  10|<0",
                        "                          3");
        assertThat(ConsoleRenderer.render(BLOCKS))
                .contains("Same: yes", "Weights: 0 differ", "It is 42.", "Beware!", "2-3-1  agrees", "All of it.");
    }
}
