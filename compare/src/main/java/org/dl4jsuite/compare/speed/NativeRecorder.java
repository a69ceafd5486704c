package org.dl4jsuite.compare.speed;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.autodiff.samediff.serde.LegacyOpMapper;
import org.nd4j.context.Nd4jContext;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Stands between ND4J and its native code and writes down each call. It must be there before ND4J starts, so it needs a JVM
 * of its own; what it costs does not matter, because nothing is timed in that JVM.
 */
final class NativeRecorder {
    /** The kinds of those operations that ND4J knows by number, by the native function that runs them. */
    private static final Map<String, Op.Type> KINDS = Map.of(
            "execTransformAny", Op.Type.TRANSFORM_ANY,
            "execTransformStrict", Op.Type.TRANSFORM_STRICT,
            "execTransformSame", Op.Type.TRANSFORM_SAME,
            "execScalar", Op.Type.SCALAR,
            "execReduceSame", Op.Type.REDUCE_SAME);

    private final NativeOps nativeOps;
    private final Map<Long, String> names = new HashMap<>();
    private final Map<String, Integer> calls = new TreeMap<>();
    private final List<FitRecord.Operation> operations = new ArrayList<>();
    private final List<String> inputs = new ArrayList<>();
    private String output = "";
    private boolean recording;

    private NativeRecorder(NativeOps nativeOps) {
        this.nativeOps = nativeOps;
    }

    /** Puts a recorder before the native code, then starts ND4J. */
    static NativeRecorder start() throws IOException {
        try (InputStream properties = Nd4j.class.getResourceAsStream("/nd4j-native.properties")) {
            Nd4jContext.getInstance().updateProperties(properties);
        }
        NativeOpsHolder holder = NativeOpsHolder.getInstance();
        NativeRecorder recorder = new NativeRecorder(holder.getDeviceNativeOps());
        holder.setDeviceNativeOps((NativeOps) Proxy.newProxyInstance(
                NativeRecorder.class.getClassLoader(),
                new Class<?>[] {NativeOps.class},
                (proxy, method, arguments) -> recorder.call(method, arguments)));
        // an operation has several names; the longest says most: matmul rather than gemv
        Nd4j.getExecutioner()
                .getCustomOperations()
                .forEach((name, operation) -> recorder.names.merge(
                        operation.getHash(),
                        name,
                        (a, b) -> Comparator.comparing(String::length)
                                                .thenComparing(Comparator.<String>naturalOrder())
                                                .compare(a, b)
                                        >= 0
                                ? a
                                : b));
        return recorder;
    }

    /** Returns how many native calls the task makes. */
    int count(Runnable task) {
        return record(task).values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Runs the task; returns its native calls by function. {@link #operations} are then the task's. */
    Map<String, Integer> record(Runnable task) {
        calls.clear();
        operations.clear();
        recording = true;
        task.run();
        recording = false;
        return new TreeMap<>(calls);
    }

    /** Returns the operations of the last task, in order. */
    List<FitRecord.Operation> operations() {
        return List.copyOf(operations);
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        if (recording) {
            calls.merge(method.getName(), 1, Integer::sum);
            note(method.getName(), arguments);
        }
        try {
            return method.invoke(nativeOps, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void note(String function, Object[] arguments) {
        switch (function) {
            case "setGraphContextInputBuffer" -> inputs.add(shape(arguments[3]));
            case "setGraphContextOutputBuffer" -> output = shape(arguments[3]);
            case "execCustomOp2" -> {
                String name = names.getOrDefault((Long) arguments[1], "unknown");
                operations.add(new FitRecord.Operation(name, List.copyOf(inputs), output, askedBy()));
                inputs.clear();
            }
            default -> {
                Op.Type kind = KINDS.get(function);
                if (kind != null) {
                    String name = LegacyOpMapper.getLegacyOpClassForId(kind, (Integer) arguments[1])
                            .getSimpleName();
                    String shape = shape(arguments[3]);
                    operations.add(new FitRecord.Operation(name, List.of(shape), shape, askedBy()));
                }
            }
        }
    }

    /** Reads ND4J's description of a shape: the number of dimensions, then their lengths. */
    private static String shape(Object description) {
        try (LongPointer numbers = new LongPointer((Pointer) description)) {
            return IntStream.rangeClosed(1, (int) numbers.get(0))
                    .mapToObj(i -> String.valueOf(numbers.get(i)))
                    .collect(Collectors.joining("x"));
        }
    }

    /** Returns the method of DL4J that is nearest to the call. */
    private static String askedBy() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> frame.getClassName().startsWith("org.deeplearning4j.")
                                || frame.getClassName().startsWith("org.nd4j.linalg.lossfunctions."))
                        .map(frame -> frame.getClassName().replaceFirst(".*\\.", "") + "." + frame.getMethodName())
                        .findFirst()
                        .orElse(""));
    }
}
