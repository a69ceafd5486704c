package org.dl4jsuite.scratch.fast;

import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which {@link Kernels} a new network uses, from the system property {@value #PROPERTY}: {@code auto} (the
 * default: vectors where the JVM was started with {@code --add-modules jdk.incubator.vector}), {@code plain} or {@code
 * vector}. A choice that cannot be honoured is an error.
 */
final class KernelChoice {
    static final String PROPERTY = "scratch.kernels";

    private static final String MODULE = "jdk.incubator.vector";

    /** One instance, and one log line, for each value the property has had. */
    private static final Map<String, Kernels> CHOSEN = new ConcurrentHashMap<>();

    private KernelChoice() {}

    /** What a new network uses. */
    static Kernels kernels() {
        return CHOSEN.computeIfAbsent(System.getProperty(PROPERTY, "auto"), choice -> {
            Kernels kernels = of(choice);
            if (choice.equals("auto") && kernels instanceof PlainKernels) {
                System.getLogger(KernelChoice.class.getName())
                        .log(
                                Level.INFO,
                                "Plain kernels: the JVM was started without --add-modules " + MODULE
                                        + ", with which the fast network takes less than half the time");
            }
            return kernels;
        });
    }

    /** Returns the name of what a new network uses. */
    static String name() {
        return of(System.getProperty(PROPERTY, "auto")).name();
    }

    /** Returns the kernels for a value of the property. */
    static Kernels of(String choice) {
        return of(choice, ModuleLayer.boot().findModule(MODULE).isPresent());
    }

    static Kernels of(String choice, boolean moduleIsPresent) {
        return switch (choice) {
            case "plain" -> new PlainKernels();
            case "vector" -> {
                if (!moduleIsPresent) {
                    throw new IllegalStateException(
                            PROPERTY + "=vector needs a JVM started with --add-modules " + MODULE);
                }
                yield vectorKernels();
            }
            case "auto" -> moduleIsPresent ? vectorKernels() : new PlainKernels();
            default ->
                throw new IllegalArgumentException(PROPERTY + " must be auto, plain or vector: got \"" + choice + "\"");
        };
    }

    /** By name, so that this class can be loaded and verified where the module is absent. */
    private static Kernels vectorKernels() {
        try {
            return Class.forName("org.dl4jsuite.scratch.fast.VectorKernels")
                    .asSubclass(Kernels.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IllegalStateException("The vector kernels do not run on this JVM: " + e, e);
        }
    }
}
