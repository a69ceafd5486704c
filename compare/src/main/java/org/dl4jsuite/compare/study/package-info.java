/** The study pages: both sides of each lesson beside its formulas, with the numbers of a run below every line. */
package org.dl4jsuite.compare.study;
