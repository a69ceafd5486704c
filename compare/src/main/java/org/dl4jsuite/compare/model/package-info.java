/** One contract over both sides: a network described once, built from scratch, in its fast form and in DL4J. */
package org.dl4jsuite.compare.model;
