/**
 * For anybody's build: {@code assertThatNetwork(mine).agreesWith(dl4jNetwork).on(x, t)} holds a hand-written network against
 * DL4J's, and says by which mistake it differs.
 */
package org.dl4jsuite.assertions;
