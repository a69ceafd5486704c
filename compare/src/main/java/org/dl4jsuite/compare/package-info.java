/** The comparison: one contract over both sides; parity, accuracy, speed, the report and the command line. */
package org.dl4jsuite.compare;
