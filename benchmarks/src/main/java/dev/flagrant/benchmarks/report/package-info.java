/** From results to a table, plots and verdicts. */
@NullMarked
package dev.flagrant.benchmarks.report;

import org.jspecify.annotations.NullMarked;
