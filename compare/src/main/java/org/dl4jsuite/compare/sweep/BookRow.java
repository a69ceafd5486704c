package org.dl4jsuite.compare.sweep;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dl4jsuite.scratch.Variant;

/**
 * A figure of the book and what many seeds give.
 *
 * @param figure as printed
 * @param setting who trained, by the book's rule, and from what weights
 * @param epochs the figure's, or the one of the highest mean
 * @param accuracy over the seeds
 * @param above by how much the mean lies above what is printed, or above its average if it is printed several times;
 *     negative below it
 * @param margin half of the 95 % confidence interval of {@code above}; NaN for a single seed
 * @param reached how many of the seeds are at least as good as that
 */
public record BookRow(
        BookFigure figure,
        @JsonIgnoreProperties({"epochs", "seed"}) SweepConfiguration setting,
        int epochs,
        SeedStatistics accuracy,
        double above,
        double margin,
        int reached) {

    /** What {@link #verdict} tells. */
    public static final String VERDICT =
            "Mean against printed: in percentage points, with the 95 % interval of the difference. Where the book prints"
                    + " several runs, their own standard error is in it; one printed run is taken to vary as a seed does";

    /** A shorter curve of epochs has no peak. */
    private static final int MIN_EPOCHS = 10;

    /** Of the four decimals that the book prints. */
    private static final double HALF_A_DIGIT = 0.5e-4;

    /** Returns one row for each figure and each setting that repeats it. */
    public static List<BookRow> of(SweepResults results) {
        Map<SweepConfiguration, List<SweepResult>> bySetting = SweepRow.bySetting(results);
        List<SweepRow> rows = SweepRow.of(results);
        List<BookRow> table = new ArrayList<>();
        for (BookFigure figure : BookFigure.all()) {
            bySetting.forEach((setting, seeds) -> {
                boolean longEnough = figure.epochs() != null || SweepRow.commonEpochs(seeds) >= MIN_EPOCHS;
                if (setting.variant() == Variant.BOOK_RULE && figure.isOf(setting) && longEnough) {
                    rows.stream()
                            .filter(row -> row.setting().equals(setting))
                            .filter(row -> figure.epochs() == null || figure.epochs() == row.epochs())
                            .max(Comparator.comparingDouble(
                                    row -> row.accuracy().mean()))
                            .ifPresent(row -> table.add(of(figure, row, seeds)));
                }
            });
        }
        return table;
    }

    private static BookRow of(BookFigure figure, SweepRow row, List<SweepResult> seeds) {
        double printed = figure.printedMean();
        long reached = seeds.stream()
                .filter(result -> result.accuracyAfter(row.epochs()) >= printed)
                .count();
        return new BookRow(
                figure,
                row.setting(),
                row.epochs(),
                row.accuracy(),
                row.accuracy().mean() - printed,
                row.accuracy().halfWidthOfDifference(SeedStatistics.of(figure.printed())),
                (int) reached);
    }

    /** Returns for example {@code 0.21 ± 0.34 below; 1 of 10 seeds reaches it}, in percentage points. */
    public String verdict() {
        String interval = Double.isNaN(margin) ? "" : String.format(Locale.ROOT, " ± %.2f", 100 * margin);
        String difference = Math.abs(above) < HALF_A_DIGIT
                ? "the same" + interval
                : String.format(Locale.ROOT, "%.2f", 100 * Math.abs(above))
                        + interval
                        + (above < 0 ? " below" : " above");
        return difference + "; " + reached + " of " + accuracy.seeds()
                + (reached == 1 ? " seeds reaches it" : " seeds reach it");
    }
}
