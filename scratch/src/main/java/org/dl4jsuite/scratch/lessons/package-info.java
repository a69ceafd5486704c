/**
 * The networks of four teaching texts, each in a file that can be read from top to bottom. Every class has a twin of the
 * same name in {@code org.dl4jsuite.dl4j.lessons}: the mathematics here, the DL4J configuration there.
 */
package org.dl4jsuite.scratch.lessons;
