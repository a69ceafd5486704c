package org.dl4jsuite.compare.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.scratch.InitialWeights;
import org.dl4jsuite.scratch.Variant;
import org.junit.jupiter.api.Test;

class SweepGridTest {
    @Test
    void everyCombinationIsThereOnce() {
        SweepGrid grid = new SweepGrid(
                List.of(Side.SCRATCH, Side.DL4J),
                Variant.BOOK_RULE,
                InitialWeights.OWN_NODES,
                List.of(0.0, 5.0, 10.0),
                List.of(4, 5),
                List.of(0.1, 0.2, 0.3, 0.4, 0.5),
                List.of(1, 2, 3),
                List.of(1L, 2L));
        assertThat(grid.configurations())
                .hasSize(2 * 3 * 2 * 5 * 3 * 2)
                .doesNotHaveDuplicates()
                .contains(new SweepConfiguration(
                        Side.DL4J, Variant.BOOK_RULE, InitialWeights.OWN_NODES, 10, 5, 0.5, 3, 2));
        assertThat(grid.size()).isEqualTo(grid.configurations().size());
    }

    @Test
    void aSizeBeyondAllNumbersIsNotWrapped() {
        List<Long> many = Collections.nCopies(Integer.MAX_VALUE, 1L);
        SweepGrid grid = new SweepGrid(
                List.of(Side.SCRATCH, Side.DL4J),
                Variant.BOOK_RULE,
                InitialWeights.OWN_NODES,
                List.of(0.0),
                Collections.nCopies(Integer.MAX_VALUE, 1),
                Collections.nCopies(Integer.MAX_VALUE, 0.1),
                List.of(1),
                many);
        assertThatThrownBy(grid::size).isInstanceOf(ArithmeticException.class);
    }

    /** 5 rates for 10 epochs, 4 numbers of hidden nodes for 5, 2 rates twice for 10, 4 angles for 5. */
    @Test
    void theBooksExperiments() {
        List<SweepConfiguration> book =
                SweepGrid.ofTheBook(List.of(Side.SCRATCH_FAST), InitialWeights.INCOMING_LINKS, List.of(1L));
        assertThat(book).hasSize(50 + 20 + 20 + 20 + 20).doesNotHaveDuplicates();
        assertThat(book).allMatch(each -> each.variant() == Variant.BOOK_RULE);
        for (BookFigure figure : BookFigure.all()) {
            assertThat(book.stream().filter(figure::isOf)).as(figure.name()).isNotEmpty();
        }
    }

    @Test
    void theCanonicalOrderComparesFieldByField() {
        SweepConfiguration least = new SweepConfiguration(
                Side.SCRATCH, Variant.TRUE_GRADIENT, InitialWeights.INCOMING_LINKS, 0, 4, 0.1, 1, 1);
        List<SweepConfiguration> ascending = List.of(
                least,
                least.withSeed(2),
                least.withEpochs(2),
                new SweepConfiguration(least.side(), least.variant(), least.initialWeights(), 0, 4, 0.2, 1, 1),
                new SweepConfiguration(least.side(), least.variant(), least.initialWeights(), 0, 5, 0.1, 1, 1),
                new SweepConfiguration(least.side(), least.variant(), least.initialWeights(), 5, 4, 0.1, 1, 1),
                new SweepConfiguration(least.side(), least.variant(), InitialWeights.OWN_NODES, 0, 4, 0.1, 1, 1),
                new SweepConfiguration(least.side(), Variant.BOOK_RULE, least.initialWeights(), 0, 4, 0.1, 1, 1),
                least.on(Side.DL4J));
        List<SweepConfiguration> shuffled = new ArrayList<>(ascending);
        Collections.shuffle(shuffled, new Random(1));
        Collections.sort(shuffled);
        assertThat(shuffled).isEqualTo(ascending);
        assertThat(least.setting()).isEqualTo(least.withEpochs(0).withSeed(0));
        assertThat(least.shape()).isEqualTo("784-4-10");
    }
}
