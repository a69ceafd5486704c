/** The proof on small cases and step by step: gradients three ways, weights along a run, and where two runs part. */
package org.dl4jsuite.compare.parity;
