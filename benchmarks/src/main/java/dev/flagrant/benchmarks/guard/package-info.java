/** The regression guard: ratios to HashMap in one JVM, with bounds that noise does not reach. */
@NullMarked
package dev.flagrant.benchmarks.guard;

import org.jspecify.annotations.NullMarked;
