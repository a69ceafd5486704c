package org.dl4jsuite.compare.speed;

import java.util.List;

/** What serves DL4J best. */
public final class Dl4jTuning {
    static final List<String> FLAGS = List.of("-Dorg.bytedeco.javacpp.nopointergc=true");

    /** The settings that were tried. */
    public static final List<Setting> SETTINGS = List.of();

    private Dl4jTuning() {}

    /** One setting. */
    public record Setting(String setting, String effect, boolean used) {}
}
