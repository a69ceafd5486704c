package org.dl4jsuite.compare.speed;

import java.util.List;
import java.util.Map;

/**
 * What DL4J does in one {@code fit} of 784-200-10 on one sample, recorded call by call; a network of another size does the
 * same on arrays of other sizes.
 *
 * @param nativeCalls how often it calls each native function
 * @param operations what it has computed, in order
 * @param ofOperation native calls of one matrix product
 * @param ofCopy native calls of one copy
 * @param ofArray native calls of making one array
 * @param ofView native calls of making one view of an array
 */
public record FitRecord(
        Map<String, Integer> nativeCalls,
        List<Operation> operations,
        int ofOperation,
        int ofCopy,
        int ofArray,
        int ofView) {
    static final String PRODUCT = "matmul";

    /**
     * An operation on arrays.
     *
     * @param name ND4J's
     * @param inputs shapes of what it reads, for example {@code 1x784}
     * @param output shape of what it writes
     * @param askedBy the method of DL4J that wants it
     */
    public record Operation(String name, List<String> inputs, String output, String askedBy) {
        /** Returns whether it multiplies matrices. */
        public boolean multiplies() {
            return name.equals(PRODUCT);
        }
    }

    /** Returns all native calls together. */
    public int calls() {
        return nativeCalls.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns how many operations go through a description of their own, which takes some twenty calls to make. */
    int describedOperations() {
        return count("execCustomOp2");
    }

    /** Returns how many operations go straight to their native function. */
    int plainOperations() {
        return operations.size() - describedOperations();
    }

    /** Returns how many arrays are made: each buffer that is not the description of a shape. */
    int arrays() {
        return count("allocateDataBuffer") + count("dbCreateExternalDataBuffer") - count("shapeBuffer");
    }

    /** Returns how many views of arrays are made. */
    int views() {
        return count("dbCreateView");
    }

    private int count(String function) {
        return nativeCalls.getOrDefault(function, 0);
    }
}
