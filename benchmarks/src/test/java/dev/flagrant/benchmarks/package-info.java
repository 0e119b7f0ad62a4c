/** Tests of the instruments. */
@NullMarked
package dev.flagrant.benchmarks;

import org.jspecify.annotations.NullMarked;
