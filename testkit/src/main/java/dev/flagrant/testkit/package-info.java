/**
 * The vocabulary every engine shares.
 *
 * <ul>
 *   <li>{@link dev.flagrant.testkit.MapSubject}: the map under test, and how it says that it was
 *       raced.
 *   <li>{@link dev.flagrant.testkit.RaceScenario}: what each thread does to a prepared map, as
 *       data; it starts no thread, so a hammer, JCStress and Lincheck can all run the same one.
 *   <li>{@link dev.flagrant.testkit.RaceOutcome}: the six ways a trial can end.
 *   <li>{@link dev.flagrant.testkit.ChildJvm}: a JVM of its own, for what this one can do only once
 *       or not survive.
 * </ul>
 *
 * <p>A <em>trial</em> is one run of a scenario on one fresh map. An <em>actor</em> is one thread of
 * a trial; its <em>program</em> is the list of operations it performs, and its <em>answers</em> are
 * what they return.
 */
@NullMarked
package dev.flagrant.testkit;

import org.jspecify.annotations.NullMarked;
