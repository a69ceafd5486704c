package org.dl4jsuite.compare.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dl4jsuite.compare.AtomicFile;
import org.dl4jsuite.compare.document.HtmlRenderer;
import org.dl4jsuite.compare.lessons.Lessons;

/** All pages of the study: they are files of one folder that need nothing else. */
public final class Study {
    private Study() {}

    /**
     * Runs all lessons, then writes the pages into {@code folder}; returns whether all lessons are as they should be.
     *
     * @throws IllegalArgumentException if a page's text is missing or names code that is not there
     */
    public static boolean write(Path folder) throws IOException {
        List<LessonPage> lessonPages = Lessons.all().stream().map(LessonPage::new).toList();
        StudyRuns runs = StudyRuns.take(lessonPages.stream().flatMap(page -> page.runs().stream()).toList());
        List<StudyPage> pages = pages(lessonPages, runs);
        for (StudyPage page : pages) {
            byte[] html = HtmlRenderer.render(page.withLinks(pages)).getBytes(StandardCharsets.UTF_8);
            AtomicFile.write(folder.resolve(page.file()), stream -> stream.write(html));
        }
        return runs.areSound();
    }

    /** Returns the pages in reading order; another kind of page is one more line here. */
    private static List<StudyPage> pages(List<LessonPage> lessonPages, StudyRuns runs) {
        return Stream.of(lessonPages.stream().map(page -> page.page(runs.of(page.runs()))).toList())
                .flatMap(List::stream)
                .toList();
    }
}
