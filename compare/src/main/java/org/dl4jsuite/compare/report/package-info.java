/** The report: one run that measures everything, and one class per section that shows it. */
package org.dl4jsuite.compare.report;
