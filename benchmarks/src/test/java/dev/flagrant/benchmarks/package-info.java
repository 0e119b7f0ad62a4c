/** Tests of the bench command. */
@NullMarked
package dev.flagrant.benchmarks;

import org.jspecify.annotations.NullMarked;
