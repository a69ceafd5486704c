package org.dl4jsuite.compare.model;

import org.bytedeco.javacpp.BooleanPointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;

/**
 * Frees the small native arrays that ND4J copies a call's arguments into: shapes, strides and an operation's numbers, 126 of
 * them per online step of 784-200-10. Otherwise the garbage collector has to find each of them, with a lock and a thread of
 * JavaCPP's, which takes a quarter of DL4J's time in such a step and half in a lesson's, and twice the memory.
 *
 * <p>A scope takes what its own thread makes from here on. It leaves alone whatever ND4J keeps: buffers of arrays, contexts of
 * operations, lists of pointers.
 */
public final class NativeArguments implements AutoCloseable {
    @SuppressWarnings("unchecked") // PointerScope's array of classes
    private final PointerScope scope =
            new PointerScope(LongPointer.class, IntPointer.class, DoublePointer.class, BooleanPointer.class);

    /** Frees those that are there; no call may be under way. */
    public void free() {
        scope.deallocate();
    }

    /** Frees those that are there, and takes no more. */
    @Override
    public void close() {
        scope.close();
    }
}
