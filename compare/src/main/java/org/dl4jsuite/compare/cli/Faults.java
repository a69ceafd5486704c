package org.dl4jsuite.compare.cli;

import java.nio.file.FileSystemException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dl4jsuite.compare.AtomicFile;
import org.dl4jsuite.compare.TrainingFailure;
import org.dl4jsuite.compare.UserError;
import org.dl4jsuite.data.DataException;
import org.jspecify.annotations.Nullable;

/** What went wrong, in a sentence for the user. Libraries and threads wrap it, so each looks at the causes as well. */
final class Faults {
    private Faults() {}

    /** Returns the sentence of what the user can put right: bad input, or a place that cannot be read or written. */
    static Optional<String> usersMistake(Throwable e) {
        return first(e, Faults::sentence);
    }

    /** Returns the sentence of a training that went wrong. */
    static Optional<String> ofTraining(Throwable e) {
        return first(e, cause -> cause instanceof TrainingFailure ? cause.getMessage() : null);
    }

    /** Returns the sentence of a heap that is too small. */
    static Optional<String> ofMemory(Throwable e) {
        return first(
                e,
                cause -> cause instanceof OutOfMemoryError
                        ? "the JVM's memory of " + (Runtime.getRuntime().maxMemory() >> 20)
                                + " MB is full; ask for less, or set JAVA_TOOL_OPTIONS=-Xmx8g."
                        : null);
    }

    private static @Nullable String sentence(Throwable e) {
        if (e instanceof UserError || e instanceof DataException) {
            return e.getMessage();
        }
        if (e instanceof FileSystemException failure) {
            return failure.getFile() + ": cannot be read or written (" + AtomicFile.reason(failure)
                    + "); make room or give another place, and run the command again.";
        }
        if (e instanceof UnsatisfiedLinkError) {
            return "DL4J's native libraries cannot be unpacked (" + root(e).getMessage()
                    + "); they need 200 MB in ~/.javacpp/cache, or in a folder that you name:"
                    + " JAVA_TOOL_OPTIONS=-Dorg.bytedeco.javacpp.cachedir=DIR.";
        }
        return null;
    }

    private static Throwable root(Throwable e) {
        Throwable cause = e.getCause();
        return cause == null ? e : root(cause);
    }

    private static Optional<String> first(Throwable e, Function<Throwable, @Nullable String> sentence) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
                .map(sentence)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
