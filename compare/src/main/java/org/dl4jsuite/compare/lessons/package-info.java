/** The networks of the source texts, run on both sides and held against the figures that the texts print. */
package org.dl4jsuite.compare.lessons;
