/** What was measured, as it is written to results.json. */
@NullMarked
package dev.flagrant.benchmarks.model;

import org.jspecify.annotations.NullMarked;
