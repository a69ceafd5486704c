package org.dl4jsuite.compare.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.document.Block;
import org.dl4jsuite.compare.document.Format;
import org.dl4jsuite.compare.document.Span;
import org.dl4jsuite.compare.document.Span.Tone;
import org.dl4jsuite.compare.document.Table;
import org.dl4jsuite.data.Split;

/** Where the numbers come from: the data, the options, the machine and the software. */
final class ProvenanceSection implements ReportSection {
    @Override
    public Block.Section show(Report report, Split split) {
        Report.Data data = report.data();
        boolean same = data.same();
        String images = ": " + Format.count(data.trainingImages()) + " training images, "
                + Format.count(data.testImages()) + " test images. ";
        return new Block.Section(
                "provenance",
                "Provenance",
                "The data, the options of this run, the machine and the software. A checksum (SHA-256) changes with any"
                        + " single bit: those of the files are of their unpacked bytes, the other two of all inputs and"
                        + " targets exactly as each side gets them. The same options on the same kernels reproduce this"
                        + " report, except for the date, the machine and the speed. Every figure was measured in this run,"
                        + " except the experiments over many seeds, which are stored results, and the effect of DL4J's"
                        + " settings on its speed, which was measured once for the suite.",
                List.of(
                        Block.text(
                                Span.of(Tone.STRONG, data.source()),
                                Span.of(images),
                                Span.of(
                                        Tone.of(same),
                                        same
                                                ? "Both sides get the same numbers."
                                                : "The two sides get different numbers.")),
                        checksums(report),
                        origin(report.origin())));
    }

    private static Table checksums(Report report) {
        Map<String, String> checksums = new LinkedHashMap<>();
        checksums.put("inputs and targets of scratch", report.data().seenByScratch());
        checksums.put("inputs and targets of DL4J", report.data().seenByDl4j());
        checksums.putAll(report.origin().data());
        report.data().checksums().forEach(checksums::putIfAbsent);
        // the origin also names the data set, which has a line of its own
        checksums.values().removeIf(report.data().source()::equals);
        return Table.of(Table.Look.TEXT, checksums.entrySet())
                .column("What", Map.Entry::getKey)
                .column("SHA-256", file -> Span.of(Tone.CODE, file.getValue()))
                .build();
    }

    private static Table origin(Provenance origin) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("begun", origin.created());
        values.put("JDK", origin.jdk());
        values.put("operating system", origin.os());
        values.put("processor", origin.cpu());
        values.put("cores", origin.cores());
        values.put("DL4J's threads", origin.threads());
        values.put("ND4J backend", origin.backend());
        values.putAll(origin.versions());
        values.putAll(origin.configuration());
        return Table.of(Table.Look.TEXT, values.entrySet())
                .column("What", Map.Entry::getKey)
                .column("Value", Map.Entry::getValue)
                .build();
    }
}
