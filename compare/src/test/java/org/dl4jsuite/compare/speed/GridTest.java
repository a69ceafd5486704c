package org.dl4jsuite.compare.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dl4jsuite.compare.speed.Grid.Size;
import org.junit.jupiter.api.Test;

class GridTest {
    @Test
    void eachSizeIsThereOnce() {
        assertThat(new Grid(200, List.of(1, 64), List.of(50, 200)).sizes())
                .containsExactly(new Size(1, 200), new Size(64, 200), new Size(1, 50));
    }

    @Test
    void aQuickRunIsPartOfAFullOne() {
        assertThat(Grid.full(200).sizes()).containsAll(Grid.quick(200).sizes());
        assertThat(Grid.quick(200).sizes()).contains(new Size(1, 200), new Size(64, 200), new Size(256, 200));
    }

    @Test
    void theReportsOwnSizesAreAdded() {
        Grid grid = Grid.quick(30).with(10).withBatchesUpTo(100);
        assertThat(grid.batches()).containsExactly(1, 10, 64);
        assertThat(grid.hidden()).containsExactly(30, 50, 200, 1000);
        assertThat(grid.withoutHidden().sizes()).containsExactly(new Size(1, 30), new Size(10, 30), new Size(64, 30));
    }
}
