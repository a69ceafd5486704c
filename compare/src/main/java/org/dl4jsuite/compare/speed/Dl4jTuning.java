package org.dl4jsuite.compare.speed;

import java.util.List;

/** What serves DL4J best. */
public final class Dl4jTuning {
    static final String NO_POINTER_GC = "-Dorg.bytedeco.javacpp.nopointergc=true";

    /** What its JVM is started with. */
    static final List<String> FLAGS = List.of(NO_POINTER_GC);

    /** The settings that were tried. */
    public static final List<Setting> SETTINGS = List.of(new Setting(NO_POINTER_GC, "", true));

    private Dl4jTuning() {}

    /** One setting. */
    public record Setting(String setting, String effect, boolean used) {}
}
