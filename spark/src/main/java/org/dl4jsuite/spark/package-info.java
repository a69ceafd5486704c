/** Sweeps on Apache Spark: the runs of the local engine, on more machines than one. */
package org.dl4jsuite.spark;
