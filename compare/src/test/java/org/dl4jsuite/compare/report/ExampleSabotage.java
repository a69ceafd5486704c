package org.dl4jsuite.compare.report;

import java.util.List;
import org.dl4jsuite.compare.sabotage.SabotageResult;
import org.dl4jsuite.compare.sabotage.SabotageResult.Check;

/** Results of mistakes on purpose, made up. */
public final class ExampleSabotage {
    private ExampleSabotage() {}

    public static List<SabotageResult> results() {
        return List.of(
                new SabotageResult(
                        "half-missing",
                        "E = sum (t - o)²",
                        Check.LOSS,
                        0,
                        "loss[0]: scratch 2, DL4J 1",
                        0.8,
                        0.75,
                        List.of("half-missing")),
                new SabotageResult(
                        "sign",
                        "w + rate dE/dw",
                        Check.WEIGHTS,
                        1,
                        "after step 1 the weights differ",
                        0.1,
                        0.75,
                        List.of("sign", "rate-twice")),
                new SabotageResult("new-mistake", "something else", null, 0, null, 0.7, 0.75, List.of()));
    }
}
