/**
 * The twins: the networks of the from-scratch side, each configured as a DL4J practitioner would.
 *
 * <p>{@link org.dl4jsuite.dl4j.FeedForward} stands beside the from-scratch {@code Network} with the true gradient,
 * {@link org.dl4jsuite.dl4j.BookRule} beside its variant {@code BOOK_RULE}, {@link org.dl4jsuite.dl4j.Pass} beside
 * {@code Pass}.
 */
package org.dl4jsuite.dl4j;
