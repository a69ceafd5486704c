package org.dl4jsuite.compare.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dl4jsuite.compare.AtomicFile;
import org.dl4jsuite.compare.document.HtmlRenderer;
import org.dl4jsuite.compare.lessons.LessonEntry;
import org.dl4jsuite.compare.lessons.LessonResult;
import org.dl4jsuite.compare.lessons.LessonRun;
import org.dl4jsuite.compare.lessons.Lessons;

/** All pages of the study: they are files of one folder that need nothing else. */
public final class Study {
    private Study() {}

    /** Runs all lessons, then writes the pages into {@code folder}; returns whether all lessons are as they should be. */
    public static boolean write(Path folder) throws IOException {
        List<LessonEntry> entries = Lessons.all();
        List<LessonResult> results = LessonRun.all(entries);
        List<StudyPage> pages = pages(results);
        for (StudyPage page : pages) {
            byte[] html = HtmlRenderer.render(page.withLinks(pages)).getBytes(StandardCharsets.UTF_8);
            AtomicFile.write(folder.resolve(page.file()), stream -> stream.write(html));
        }
        return results.stream().allMatch(result -> result.complaints().isEmpty());
    }

    /** Returns the pages in reading order; another kind of page is one more line here. */
    private static List<StudyPage> pages(List<LessonResult> results) {
        return Stream.of(LessonPages.of(results)).flatMap(List::stream).toList();
    }
}
