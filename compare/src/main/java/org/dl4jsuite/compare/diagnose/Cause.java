package org.dl4jsuite.compare.diagnose;

import java.util.function.Consumer;

/**
 * A mistake that the catalogue knows: what it is called, what to change, and what it does to a step.
 *
 * @param id of the kind of mistake; several causes may share it, for example one per layer
 * @param sentence what was done instead, and the line to change
 * @param change makes the mistake in a recipe
 */
record Cause(String id, String sentence, Consumer<Recipe> change) {}
