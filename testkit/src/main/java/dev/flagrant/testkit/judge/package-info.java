/**
 * Decides how a trial ended, from its answers and the map it left.
 *
 * <p>The yardstick is a plain sequential map. An <em>order</em> of a trial is any sequence of all
 * its operations that keeps each actor's own order; it gives every {@code get}, {@code put} and
 * {@code remove} an answer, and leaves an end state. A trial is CLEAN if some order gives exactly
 * what was seen.
 *
 * <p>An iteration is not one step of an order, as no map promises that: it lasts from its actor's
 * operation before it to the one after it, and {@link dev.flagrant.testkit.judge.TraversalRule}
 * says what it may give.
 *
 * <p>Inside this package keys are indices into the {@link dev.flagrant.testkit.judge.KeySpace}, and
 * values are numbers from 0; {@link dev.flagrant.testkit.judge.Cell} names the other three things a
 * cell can hold.
 */
@NullMarked
package dev.flagrant.testkit.judge;

import org.jspecify.annotations.NullMarked;
