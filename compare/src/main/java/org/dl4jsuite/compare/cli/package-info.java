/** The command line: one class per command. */
package org.dl4jsuite.compare.cli;
