/**
 * The instruments that measure GoMap beside other maps and beside real Go, and the {@code flagrant
 * bench} command.
 */
@NullMarked
package dev.flagrant.benchmarks;

import org.jspecify.annotations.NullMarked;
