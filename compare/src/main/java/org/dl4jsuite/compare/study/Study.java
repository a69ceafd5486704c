package org.dl4jsuite.compare.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dl4jsuite.compare.AtomicFile;
import org.dl4jsuite.compare.document.Document;
import org.dl4jsuite.compare.document.HtmlRenderer;
import org.dl4jsuite.compare.lessons.LessonResult;
import org.dl4jsuite.compare.lessons.Lessons;

/** All pages of the study: they are files of one folder that need nothing else. */
public final class Study {
    private Study() {}

    /**
     * Runs all lessons, then writes the pages into {@code folder}; returns whether all lessons are as they should be.
     *
     * @throws IllegalArgumentException if a page's text is missing or names code that is not there
     */
    public static boolean write(Path folder) throws IOException, InterruptedException {
        List<LessonPage> lessonPages =
                Lessons.all().stream().map(LessonPage::new).toList();
        StudyRuns runs = StudyRuns.take(
                lessonPages.stream().flatMap(page -> page.runs().stream()).toList());
        List<StudyPage> pages = pages(lessonPages, runs, Findings.take());
        for (StudyPage page : pages) {
            write(folder, page, page.withLinks(pages));
        }
        return runs.areSound();
    }

    /** Writes pages that belong to no study, without links to others. */
    public static void writeAlone(Path folder, List<StudyPage> pages) throws IOException {
        for (StudyPage page : pages) {
            write(folder, page, page.document());
        }
    }

    private static void write(Path folder, StudyPage page, Document document) throws IOException {
        byte[] html = HtmlRenderer.render(document).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(folder.resolve(page.file()), stream -> stream.write(html));
    }

    /** Returns the pages in reading order; another kind of page is one more line here. */
    private static List<StudyPage> pages(List<LessonPage> lessonPages, StudyRuns runs, Findings findings) {
        Map<String, StudyPage> lessons = new LinkedHashMap<>();
        Map<String, LessonResult> results = new LinkedHashMap<>();
        for (LessonPage page : lessonPages) {
            List<LessonResult> ofPage = runs.of(page.runs());
            lessons.put(page.id(), page.page(ofPage));
            results.put(page.id(), ofPage.get(0));
        }
        List<StudyPage> worksheets = Stream.of(WorksheetPages.ofLessons(), WorksheetPages.ofSeed(1))
                .flatMap(List::stream)
                .toList();
        return Stream.of(
                        List.of(IndexPage.of(lessons, results, findings, worksheets)),
                        IndexPage.inReadingOrder(lessons),
                        List.of(
                                BookRulePage.of(findings),
                                ScalingPage.of(findings),
                                DerivativePage.of(findings),
                                AnatomyPage.of(findings.anatomy())),
                        worksheets)
                .flatMap(List::stream)
                .toList();
    }
}
