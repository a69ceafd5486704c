/**
 * The networks of four teaching texts in DL4J: the twins of the classes of the same name in
 * {@code org.dl4jsuite.scratch.lessons}.
 */
package org.dl4jsuite.dl4j.lessons;
