/** Many trainings of the digits' network: every combination of settings and seeds, kept in a file, summed up over seeds. */
package org.dl4jsuite.compare.sweep;
