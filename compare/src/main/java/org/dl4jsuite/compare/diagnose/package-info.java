/** Finds out where and why a network that somebody else wrote differs: the first difference, and the mistake that explains it. */
package org.dl4jsuite.compare.diagnose;
