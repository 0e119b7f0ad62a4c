/**
 * The first engine: real threads, released together on a fresh map, thousands of times.
 *
 * <p>A {@link dev.flagrant.harness.hammer.Crew} is the threads of one scenario, kept for all its
 * trials. Its first thread leads: it prepares each map, takes part as an actor and judges. The
 * {@link dev.flagrant.harness.hammer.Hammer} watches from outside, so that a map that hangs, in an
 * actor or in the judge, costs one crew and not the run.
 */
@NullMarked
package dev.flagrant.harness.hammer;

import org.jspecify.annotations.NullMarked;
