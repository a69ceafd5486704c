package org.dl4jsuite.spark;

import java.io.Serializable;
import org.apache.spark.broadcast.Broadcast;
import org.dl4jsuite.compare.sweep.SweepConfiguration;
import org.dl4jsuite.compare.sweep.SweepResult;
import scala.Function1;
import scala.collection.Iterator;

/** What an executor does with a partition, which is one configuration: it trains it. */
final class SweepTask implements Function1<Iterator<SweepConfiguration>, SweepResult>, Serializable {
    private static final long serialVersionUID = 1L;

    private final Broadcast<ExecutorData> data;

    SweepTask(Broadcast<ExecutorData> data) {
        this.data = data;
    }

    @Override
    public SweepResult apply(Iterator<SweepConfiguration> partition) {
        return data.value().run().run(partition.next());
    }
}
